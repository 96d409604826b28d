"""What a PDF does beside showing its pages: actions, files that it brings, what it reaches for."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from pikepdf import Object, ObjectType, PdfError

from compiler.adapters.pdf.walking import is_keyed, is_stream, name_of
from compiler.ports.pdf_facts import Danger

_LONGEST = 60
"""Signs of a script or of an address that are told."""
_SCRIPT_WITHIN = 1_000_000
"""Bytes of a form (XFA) in which scripts are looked for."""

_FOREIGN = re.compile(
    r"\s*(?:file|smb|javascript|vbscript|data|res|ms-[a-z]+):|\s*\\\\", re.IGNORECASE
)
"""Addresses that lead to the reader's own machine, or run something."""
_XFA_SCRIPT = re.compile(rb"<(?:[\w-]+:)?(?:script|execute|submit)\b")

Found = Iterator[tuple[Danger, str]]


def acts_of(one: Any) -> Found:  # noqa: ANN401 - a dictionary or stream of the library
    """Yield what a dictionary makes a reader's program do."""
    action = _ACTIONS.get(name_of(one, "/S"))
    if action is not None:
        yield from action(one)
    elif "/JS" in one:
        yield from _javascript(one)
    if "/EF" in one:
        yield Danger.EMBEDDED, _file(one) or "a file without a name"
    if is_stream(one):
        yield from _of_stream(one)
    if "/XFA" in one and _has_script(one.get("/XFA")):
        yield Danger.JAVASCRIPT, "scripts of an XFA form"


def _of_stream(one: Any) -> Found:  # noqa: ANN401
    if "/F" in one:
        yield Danger.EXTERNAL, f"takes its data from `{_file_text(one.get('/F'))}`"
    if name_of(one, "/Subtype") == "/Form" and is_keyed(one.get("/Ref")):
        yield Danger.EXTERNAL, f"shows a page of `{_file_text(one.Ref.get('/F'))}`"


def _javascript(one: Any) -> Found:  # noqa: ANN401
    yield Danger.JAVASCRIPT, _short(_text(one.get("/JS"))) or "an empty script"


def _launch(one: Any) -> Found:  # noqa: ANN401
    program = _file_text(one.get("/F")) or _file_text(one.get("/Win"))
    yield Danger.LAUNCH, program or "a program"


def _submit(one: Any) -> Found:  # noqa: ANN401
    yield Danger.SUBMIT, _file_text(one.get("/F")) or "an address that is not said"


def _import(one: Any) -> Found:  # noqa: ANN401
    yield Danger.EXTERNAL, f"fills the form from `{_file_text(one.get('/F'))}`"


def _elsewhere(one: Any) -> Found:  # noqa: ANN401
    target = _file_text(one.get("/F"))
    if target:
        yield Danger.EXTERNAL, f"goes on to `{target}`"


def _embedded(_: Any) -> Found:  # noqa: ANN401
    yield Danger.EMBEDDED, "a document that it goes on to"


def _address(one: Any) -> Found:  # noqa: ANN401
    address = _text(one.get("/URI"))
    if _FOREIGN.match(address):
        yield Danger.EXTERNAL, f"links to `{_short(address)}`"


_ACTIONS: dict[str, Callable[[Any], Found]] = {
    "/JavaScript": _javascript,
    "/Launch": _launch,
    "/SubmitForm": _submit,
    "/ImportData": _import,
    "/GoToR": _elsewhere,
    "/GoToE": _embedded,
    "/Thread": _elsewhere,
    "/URI": _address,
}
"""Actions of ISO 32000-2, table 201, that reach beyond the pages."""


def _file(one: Any) -> str:  # noqa: ANN401
    return _short(_text(one.get("/UF")) or _text(one.get("/F")))


def _file_text(value: Any) -> str:  # noqa: ANN401
    """Return the name in a file specification, which is a text or a dictionary."""
    return _file(value) if is_keyed(value) else _short(_text(value))


def _text(value: Any) -> str:  # noqa: ANN401
    """Return a text, or the first lines of a stream of text."""
    if is_stream(value):
        return _bytes(value).decode("utf-8", "replace")
    if isinstance(value, Object) and value._type_code is ObjectType.string:  # noqa: SLF001
        return str(value)
    return value if isinstance(value, str) else ""


def _bytes(stream: Any) -> bytes:  # noqa: ANN401
    try:
        data: bytes = stream.read_bytes()
    except PdfError:
        return b""
    return data[:_SCRIPT_WITHIN]


def _has_script(form: Any) -> bool:  # noqa: ANN401
    """Tell whether a form (XFA: a stream, or names and streams in turn) has scripts."""
    parts = [form] if is_stream(form) else list(form) if isinstance(form, Object) else []
    return any(_XFA_SCRIPT.search(_bytes(part)) for part in parts if is_stream(part))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
