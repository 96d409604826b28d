"""Lines that an author can paste to mend a finding."""

import json
import re
from collections.abc import Mapping
from posixpath import dirname, join
from typing import Any

from compiler.messages.gettext_plurals import (
    PluralFormsError,
    form_categories,
    parse_plural_forms,
    plural_forms_header,
)
from compiler.model.catalogue import Message
from compiler.model.entity import Entity
from compiler.model.localised import Localisation
from compiler.rules.assessment import Assessment
from compiler.rules.check import Scope
from compiler.rules.wording import listed

_PLAIN = re.compile(r"\w[\w.-]*")


def message_lines(message: Message, forms: int = 2) -> str:
    """Return an entry as PO writes it, to be translated; ``forms`` are those of its plural."""
    empty = ['msgstr ""']
    if message.source_plural is not None:
        empty = [f'msgstr[{index}] ""' for index in range(forms)]
    return "\n".join([f'msgctxt "{_po(message.label)}"', source_lines(message), *empty])


def source_lines(message: Message) -> str:
    """Return the source text of an entry as PO writes it."""
    lines = [f'msgid "{_po(message.source)}"']
    if message.source_plural is not None:
        lines.append(f'msgid_plural "{_po(message.source_plural)}"')
    return "\n".join(lines)


def form_count(locale: str, header: str | None) -> int:
    """Return how many plural forms a catalogue has, by its header or else its language."""
    try:
        return parse_plural_forms(header or plural_forms_header(locale)).count
    except PluralFormsError:
        return len(form_categories(locale))


def _po(text: str) -> str:
    for character, written in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        text = text.replace(character, written)
    return text


def lines_to_add(scope: Scope, found: Assessment) -> str:
    """Return what to write where an entity lacks a language, or a language lacks parts."""
    entity, source = found.written, scope.content.languages.source
    if found.own is not None:
        beside = found.own.places.path.endswith(".md")
        where = "in the front matter of this file" if beside else f"below `{found.locale}`"
        if beside and found.lacks == ("description",):
            where = "below the front matter of this file"
        return f"write {listed(found.lacks)} {where}, as in `{source}`"
    text = entity.locales.get(source)
    if text is not None and text.places.path.endswith(".md"):
        path = _sibling(entity, found.locale)
        return f"write `{path}`, beginning with\n" + _front_matter(text, found.stamp)
    wanted = text.own() if text is not None else {"title": ""}
    parts = [f"    {name}: {_blank(value)}" for name, value in wanted.items()]
    stamp = [] if found.stamp is None else [f"    from: {found.stamp}"]
    return "\n".join(["add below `locales:`", f"  {found.locale}:", *parts, *stamp])


def _front_matter(text: Localisation, stamp: str | None) -> str:
    own = text.own().items()
    parts = [f"{name}: {_blank(value)}" for name, value in own if name != "description"]
    return "\n".join(["---", *parts, f"from: {stamp}", "---"])


def _blank(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """Return the shape of a value, its texts left to be written."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)}: {_blank(item)}" for key, item in value.items()) + "}"
    return "…"


def _key(key: str) -> str:
    return key if _PLAIN.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def _sibling(entity: Entity[Any], locale: str) -> str:
    name = entity.label.rpartition(".")[2]
    return join(dirname(entity.places.path), f"{name}.{locale}.md")
