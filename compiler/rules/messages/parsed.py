"""Every message of the catalogues as a tree, parsed once for all rules that ask."""

from collections.abc import Iterator
from dataclasses import dataclass

from compiler.base.place import Place
from compiler.messages.ast import (
    Argument,
    Formatted,
    Message,
    Node,
    Number,
    Plural,
    Select,
    Tag,
    Text,
)
from compiler.messages.icu import is_plain, parse
from compiler.messages.icu_error import IcuSyntaxError
from compiler.model.catalogue import Catalogue
from compiler.model.catalogue import Message as Entry
from compiler.rules.check import Scope

GETTEXT_COUNT = "count"
"""The argument that chooses among gettext plural forms."""


@dataclass(frozen=True, slots=True)
class Form:
    """One text of an entry (a gettext plural form is one): its tree, or why it has none."""

    text: str
    place: Place
    tree: Message = ()
    error: IcuSyntaxError | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """An entry in one language with its forms; ``sources`` are those of the source language."""

    entity: str
    locale: str
    entry: Entry
    forms: tuple[Form, ...]
    sources: tuple[Form, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether everything could be parsed."""
        return not any(form.error for form in (*self.forms, *self.sources))


def parsed_messages(scope: Scope) -> tuple[Parsed, ...]:
    """Return every entry that is more than plain text, in the source language and in others.

    A translation is set against the source it was made from, the `msgid` beside it.
    """
    trees: _Trees = {}
    found = []
    for _, catalogue in scope.catalogues():
        read = _source if catalogue.locale == scope.content.languages.source else _translation
        for entry in catalogue.messages.values():
            one = read(catalogue, entry, trees)
            if one is not None:
                found.append(one)
    return tuple(found)


_Trees = dict[str, Message | IcuSyntaxError]
"""What has been parsed, by text: each source text stands in the catalogue of every language."""


def _source(catalogue: Catalogue, entry: Entry, trees: _Trees) -> Parsed | None:
    if all(is_plain(text) for text in entry.source_texts):
        return None
    forms = tuple(_form(text, entry.places.source, trees) for text in entry.source_texts)
    return Parsed(_entity(catalogue, entry), catalogue.locale, entry, forms)


def _translation(catalogue: Catalogue, entry: Entry, trees: _Trees) -> Parsed | None:
    if all(is_plain(text) for text in (*entry.source_texts, *entry.texts)):
        return None
    places = entry.places.texts
    forms = tuple(
        _form(text, places[index] if index < len(places) else entry.places.label, trees)
        for index, text in enumerate(entry.texts)
        if text
    )
    sources = tuple(_form(text, entry.places.source, trees) for text in entry.source_texts)
    if not forms:
        return None
    return Parsed(_entity(catalogue, entry), catalogue.locale, entry, forms, sources)


def _form(text: str, place: Place, trees: _Trees) -> Form:
    tree = trees.get(text)
    if tree is None:
        tree = trees[text] = _parsed(text)
    if isinstance(tree, IcuSyntaxError):
        return Form(text, place, error=tree)
    return Form(text, place, tree)


def _parsed(text: str) -> Message | IcuSyntaxError:
    try:
        return parse(text, inline_html=True)
    except IcuSyntaxError as error:
        return error


def _entity(catalogue: Catalogue, entry: Entry) -> str:
    return f"translations/{catalogue.namespace}:{entry.label}"


@dataclass(frozen=True, slots=True)
class Names:
    """What a message names: arguments it shows, arguments it only chooses by, tags."""

    shown: frozenset[str] = frozenset()
    chosen_by: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()

    @property
    def arguments(self) -> frozenset[str]:
        """Every argument that is named at all."""
        return self.shown | self.chosen_by


def names(forms: tuple[Form, ...]) -> Names:
    """Return what the forms of an entry name, together."""
    shown, chosen, tags = set(), set(), set()
    for form in forms:
        for node, plural in walk(form.tree):
            match node:
                case Argument() | Formatted():
                    shown.add(node.name)
                case Number() if plural is not None:
                    shown.add(plural)
                case Plural() | Select():
                    chosen.add(node.name)
                case Tag():
                    tags.add(node.name)
                case Number() | Text():
                    pass
    return Names(frozenset(shown), frozenset(chosen), frozenset(tags))


def walk(message: Message, plural: str | None = None) -> Iterator[tuple[Node, str | None]]:
    """Yield every node, outer ones first, with the name of the plural that `#` stands for there."""
    for node in message:
        yield node, plural
        match node:
            case Plural():
                for branch in node.branches:
                    yield from walk(branch.message, node.name)
            case Select():
                for branch in node.branches:
                    yield from walk(branch.message, plural)
            case Tag():
                yield from walk(node.children, plural)
            case _:
                pass
