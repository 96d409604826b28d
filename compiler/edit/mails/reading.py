"""Files of mails as rows of templates and layouts, and why others are left out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from compiler.channels.email.mjml import compile_mjml
from compiler.edit.mails import django, mustachio
from compiler.edit.mails.refused import RefusedMailError
from compiler.edit.mails.splitting import split_page
from compiler.edit.mails.to_markdown import escaped, to_markdown
from compiler.edit.mails.variables import Use, sample_of, schema_of, uses_of
from compiler.edit.records.row import Row
from compiler.read.decoding import decode

NAMES = ("*.html", "*.htm", "*.mjml", "*.txt", "*.ftl")

_SUBJECT, _MESSAGE = "_subject", "_message"
_PAGES = {".html", ".htm", ".mjml"}
_INCLUDE = re.compile(r"<mj-include\s+path=[\"']([^\"']+)[\"']\s*(?:/>|>\s*</mj-include>)")
_PLAIN_NAMES = {"content", "index", "body", "html", "template"}
_SLOTS = {"body", "subject", "preheader"}
_WORD = re.compile(r"[A-Za-z0-9]+")


@dataclass
class MailRows:
    """The templates and layouts of files as rows, and what was left out, with the reason."""

    rows: list[Row] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    templates: int = 0


@dataclass
class _Layouts:
    """The names of layouts by what they are: the same page around many mails is one layout."""

    names: dict[str, str] = field(default_factory=dict)

    def name(self, layout: str, label: str) -> str:
        """Return the name of a layout: a new one is called after its folder, or its mail."""
        if layout not in self.names:
            *folders, own = label.split(".")
            wanted = (*folders[-1:], own, *(f"{own}{number}" for number in range(2, 10_000)))
            taken = set(self.names.values())
            self.names[layout] = next(one for one in wanted if one not in taken)
        return self.names[layout]


@dataclass(frozen=True, slots=True)
class _Mail:
    """A mail of which everything is Jinja and Markdown by now."""

    title: str
    body: str
    preheader: str = ""
    layout: str = ""
    mjml: bool = False


def mail_rows(
    files: Mapping[str, bytes], roots: Sequence[str], source: str, prefix: str | None
) -> MailRows:
    """Return the rows of all files; ``roots`` are the folders (or files) that were named."""
    found = MailRows()
    texts = {}
    for path, data in files.items():
        text, problem = decode(path, data)
        if problem is None:
            texts[path] = text.replace("\r\n", "\n")
        else:
            found.left_out.append((path, problem.message))
    layouts = _Layouts()
    for path in texts:
        if _is_part(path, texts):
            continue
        try:
            mail = _mail(path, texts)
            label = _label(path, roots, prefix)
            found.rows += _rows(path, label, mail, source, layouts)
            found.templates += 1
        except RefusedMailError as reason:
            found.left_out.append((path, str(reason)))
    return found


def _is_part(path: str, texts: Mapping[str, str]) -> bool:
    """Tell whether another file speaks for one: a subject, the text beside a page, an include."""
    pure = PurePosixPath(path)
    if pure.suffix == ".txt":
        page = any(str(pure.with_suffix(suffix)) in texts for suffix in _PAGES)
        subject = pure.stem.endswith(_SUBJECT)
        return page or (subject and _beside(path, _SUBJECT, _MESSAGE) in texts)
    return pure.suffix == ".mjml" and "<mjml" not in texts[path]


def _beside(path: str, ending: str, other: str) -> str:
    pure = PurePosixPath(path)
    return str(pure.with_name(f"{pure.stem.removesuffix(ending)}{other}{pure.suffix}"))


def _mail(path: str, texts: Mapping[str, str]) -> _Mail:
    suffix = PurePosixPath(path).suffix
    if suffix == ".ftl":
        raise RefusedMailError("FreeMarker's calls and imports have no counterpart in Jinja")
    if suffix == ".txt":
        return _plain(path, texts)
    page = mustachio.to_jinja(_with_includes(path, texts) if suffix == ".mjml" else texts[path])
    split = split_page(page)
    mjml = suffix == ".mjml"
    if mjml:
        flaws = compile_mjml(split.layout).flaws
        if flaws:
            raise RefusedMailError(flaws[0].message)
    return _Mail(split.title, to_markdown(split.body), split.preheader, split.layout, mjml)


def _plain(path: str, texts: Mapping[str, str]) -> _Mail:
    stem = PurePosixPath(path).stem
    subject = texts.get(_beside(path, _MESSAGE, _SUBJECT))
    if not stem.endswith(_MESSAGE) or subject is None:
        raise RefusedMailError("it is no page, and no `…_message.txt` beside its `…_subject.txt`")

    def find(name: str) -> str | None:
        return next(
            (text for known, text in texts.items() if f"/{known}".endswith(f"/{name}")), None
        )

    body = django.to_jinja(texts[path], find)
    return _Mail(" ".join(django.to_jinja(subject, find).split()), _as_markdown(body))


def _as_markdown(text: str) -> str:
    """Return plain text with Jinja as Markdown: its lines stay lines."""
    parts = re.split(r"(\{\{.*?\}\}|\{%.*?%\})", text)
    safe = "".join(part if index % 2 else escaped(part) for index, part in enumerate(parts))
    lines = safe.replace("\n\\- ", "\n- ").split("\n")
    made = []
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        breaks = line.strip() and below.strip() and not below.startswith("- ")
        made.append(f"{line}\\" if breaks and not re.fullmatch(r"\s*\{%.*%\}\s*", line) else line)
    return "\n".join(made)


def _with_includes(path: str, texts: Mapping[str, str], depth: int = 5) -> str:
    def included(match: re.Match[str]) -> str:
        other = str(PurePosixPath(path).parent / match[1])
        if not depth or other not in texts:
            raise RefusedMailError(f"it includes `{match[1]}`, which is not among the files")
        return _with_includes(other, texts, depth - 1)

    return _INCLUDE.sub(included, texts[path])


def _label(path: str, roots: Sequence[str], prefix: str | None) -> str:
    pure = PurePosixPath(path)
    root = next((one for one in map(PurePosixPath, roots) if one in pure.parents), pure.parent)
    *folders, name = pure.relative_to(root).parts
    stem = PurePosixPath(name).stem.removesuffix(_MESSAGE)
    parts = [*folders, *([] if stem in _PLAIN_NAMES and folders else [stem])]
    return ".".join([*([prefix] if prefix else []), *(_camel(part) for part in parts)])


def _camel(text: str) -> str:
    words: list[str] = _WORD.findall(text) or ["mail"]
    first, *rest = words
    return first[:1].lower() + first[1:] + "".join(word[:1].upper() + word[1:] for word in rest)


def _rows(path: str, label: str, mail: _Mail, source: str, layouts: "_Layouts") -> list[Row]:
    slots = {name: use for name, use in uses_of([mail.layout]).items() if name not in _SLOTS}
    uses = {**slots, **uses_of([mail.title, mail.preheader, mail.body])}
    body, layout = (_asking_length(text, uses) for text in (mail.body, mail.layout))
    rows = []
    fields: dict[str, Any] = {"channel": "email", "active": False}
    if layout:
        is_new = layout not in layouts.names
        name = layouts.name(layout, label)
        fields["layout"] = name
        if is_new:
            kind, key = ("mjml_layout", "mjml") if mail.mjml else ("layout", "html")
            rows.append(Row(path, 0, kind, name, fields={key: layout}))
    if uses:
        fields |= {"variables": schema_of(uses), "samples": {"example": sample_of(uses)}}
    rows.append(Row(path, 0, "template", label, fields=fields))
    texts: dict[str, Any] = {"title": mail.title or _humanised(label), "description": body}
    if mail.preheader:
        texts["properties"] = {"preheader": mail.preheader}
    rows.append(Row(path, 0, "template", label, source, fields=texts))
    return rows


def _asking_length(text: str, uses: Mapping[str, Use]) -> str:
    """Ask how long a list is where a template asks for it: an empty one is no false everywhere."""
    for name, use in uses.items():
        if use.items is not None:
            text = re.sub(rf"\{{% if (not )?{name} %\}}", rf"{{% if \1{name} | length %}}", text)
    return text


def _humanised(label: str) -> str:
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", label.rpartition(".")[2])
    return words[:1].upper() + words[1:].lower()
