"""ARB, the format of Flutter: messages of ICU by name, each with a record about it."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from compiler.edit.interchange.nested import Key, leaves, texts_of
from compiler.edit.interchange.styles import ICU
from compiler.edit.interchange.unit import ForeignFile, Unit
from compiler.messages.ast import Argument, Formatted, Plural, Select
from compiler.messages.icu import parse
from compiler.messages.icu_error import IcuSyntaxError
from compiler.messages.shape import walk
from compiler.read.document import Document

ARB = "arb"
_LOCALE = "@@locale"
_NO_NAME = re.compile(r"\W")


def arb_name(key: Key) -> str:
    """Return the name of an entry, which is that of a method; one that came in has its own."""
    return key[0] if len(key) == 1 else _NO_NAME.sub("_", "_".join(key))


def read_arb(document: Document) -> ForeignFile:
    """Read one file; the language that it names itself counts where its path names none."""
    path, data = document.places.path, document.data
    named: Mapping[str, Any] = data if isinstance(data, Mapping) else {}
    about = {name: value for name, value in named.items() if name.startswith("@")}
    tree = {name: value for name, value in named.items() if name not in about}
    texts, refused = texts_of(leaves(tree if named else data, document.places))
    units = [
        Unit(
            leaf.place,
            leaf.value,
            (".".join(key),),
            comments=_comments(about, key),
            spelt=_remembered(about, key),
        )
        for key, leaf in texts.items()
    ]
    locale = about.get(_LOCALE)
    root = locale if isinstance(locale, str) else None
    return ForeignFile(path, tuple(units), document.findings, tuple(refused), root=root)


def write_arb(
    texts: Mapping[str, str],
    comments: Mapping[str, Sequence[str]],
    remembered: Mapping[str, Mapping[str, str]],
    locale: str,
    *,
    is_source: bool,
) -> dict[str, Any]:
    """Return the data of a file; that of the source tells what a message is about and takes.

    ``remembered`` has, by name, what the file that came in said of each argument.
    """
    tree: dict[str, Any] = {_LOCALE: locale.replace("-", "_")}
    for name, text in texts.items():
        tree[name] = text
        about: dict[str, Any] = {}
        if said := " ".join(comments.get(name, ())):
            about["description"] = said
        known = remembered.get(name, {})
        if arguments := _arguments(text):
            about["placeholders"] = {
                one: _record(known.get(one)) or told for one, told in arguments.items()
            }
        if is_source and about:
            tree[f"@{name}"] = about
    return tree


def _comments(about: Mapping[str, Any], key: Key) -> tuple[str, ...]:
    said = about.get("@" + ".".join(key))
    description = said.get("description") if isinstance(said, Mapping) else None
    if not isinstance(description, str):
        return ()
    return tuple(line.strip() for line in description.splitlines() if line.strip())


def _remembered(about: Mapping[str, Any], key: Key) -> tuple[str, dict[str, str]] | None:
    """Return what a file says of each argument: Flutter makes the parameters of a method of it."""
    said = about.get("@" + ".".join(key))
    records = said.get("placeholders") if isinstance(said, Mapping) else None
    if not isinstance(records, Mapping):
        return None
    told = {
        name: json.dumps(one, ensure_ascii=False)
        for name, one in records.items()
        if isinstance(one, Mapping) and one
    }
    return (ICU, told) if told else None


def _record(remembered: str | None) -> Any:  # noqa: ANN401 - whatever the file said
    try:
        record = json.loads(remembered or "null")
    except ValueError:  # somebody has changed the comment
        return None
    return record if isinstance(record, Mapping) else None


def _arguments(text: str) -> dict[str, dict[str, str]]:
    """Return what Flutter has to know about each argument: the type, where a message tells it."""
    try:
        message = parse(text, inline_html=True)
    except IcuSyntaxError:
        return {}
    found: dict[str, dict[str, str]] = {}
    for node in walk(message):
        match node:
            case Plural(name) | Formatted(name, "number"):
                found[name] = {"type": "num"}
            case Formatted(name):
                found[name] = {"type": "DateTime"}
            case Select(name):
                found[name] = {"type": "String"}
            case Argument(name):
                found.setdefault(name, {})
            case _:
                pass
    return found
