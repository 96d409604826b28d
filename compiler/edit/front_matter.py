"""Edits a Markdown file: its front matter as YAML, its body as a whole.

Pure, from bytes to bytes; of what is not edited every byte stays.
"""

from collections.abc import Iterable

from compiler.edit.refusal import BrokenFileError, UneditableError
from compiler.edit.yaml.editing import edit_yaml_text
from compiler.edit.yaml.edits import Edit
from compiler.edit.yaml.lines import line_break
from compiler.read.decoding import BOM, decode
from compiler.read.markdown import BODY, layout_of, read_markdown
from compiler.read.yaml import read_yaml_text

_FENCE = "---"
_FENCE_AND_BLANK = 2


def edit_markdown(
    path: str, data: bytes, edits: Iterable[Edit] = (), body: str | None = None
) -> bytes:
    """Return a Markdown file with edits of its front matter made, and another body if one is given.

    Front matter that is missing is begun. A ``body`` has LF line ends; it gets those of the file.
    Raises UneditableError, BrokenFileError, AbsentError and UnwritableError.
    """
    before = read_markdown(path, data)
    text, problem = decode(path, data)
    front = layout_of(text).front
    if problem is not None or (front is None and text.startswith(_FENCE) and before.body == ""):
        for finding in before.findings:
            raise BrokenFileError(path, finding.place.line, finding.message)
    mark = BOM if data.startswith(BOM.encode()) else ""
    start, end = front or (0, 0)
    lines = edit_yaml_text(path, text[start:end], edits, above=0 if front is None else 1)
    changed = text[:start] + lines + text[end:] if front else _begun(text, lines)
    if body is not None and body != before.body:
        changed = _with_body(changed, body)
    made = f"{mark}{changed}".encode()
    after = read_markdown(path, made)
    wanted = (read_yaml_text(path, lines).data or {}, before.body if body is None else body)
    if (after.front_matter, after.body) != wanted or len(after.findings) > len(before.findings):
        raise UneditableError(path, after.places.value(BODY).line)
    return made


def _begun(text: str, lines: str) -> str:
    """Return a text with front matter before it, unless that would be empty."""
    line_end, apart = line_break(text), "\n" if text else ""
    fenced = f"{_FENCE}\n{lines}{_FENCE}\n{apart}".replace("\n", line_end)
    return f"{fenced}{text}" if lines else text


def _with_body(text: str, body: str) -> str:
    line_end = line_break(text)
    front, start = layout_of(text)
    head = text[:start]
    if head and not head.endswith(("\n", "\r")):
        head += line_end
    if front is not None and start == len(text) and text[front[1] :].count("\n") < _FENCE_AND_BLANK:
        head += line_end
    return head + body.replace("\n", line_end)
