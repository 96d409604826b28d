"""`translate` and `review`: translations put into their files, marked as nobody has read them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from compiler.base.place import Places
from compiler.base.spots import Route
from compiler.base.values import with_value
from compiler.edit.adding.namespace import Namespace, OpenCatalogue
from compiler.edit.adding.order import LabelOrder
from compiler.edit.catalogue.entry import source_of
from compiler.edit.catalogue.translation import Translation, with_translation
from compiler.edit.front_matter import edit_markdown
from compiler.edit.po.edits import AddEntry, PoEdit, ReplaceEntry
from compiler.edit.sync.carrying import carried
from compiler.edit.sync.catalogue import new_translation
from compiler.edit.verbs.editor import Editor, StringOf, field_order
from compiler.edit.yaml.edits import Edit, Put, Remove
from compiler.model.entity import Entity
from compiler.model.localised import FrontMatter, Localisation, LocalisedRecord
from compiler.read.markdown import BODY
from compiler.read.po_file import PoEntry

_MARKDOWN = ".md"


@dataclass(frozen=True, slots=True)
class NewString:
    """A translation of a string: one text, or one a plural form. Not ``reviewed``: by a machine."""

    string: StringOf
    locale: str
    texts: tuple[str, ...]
    reviewed: bool = False


@dataclass(frozen=True, slots=True)
class NewLocalisation:
    """Values of an entity in one language, by route; ``stamp`` says what they are made from.

    ``source`` is the language they are made from: where that is a file of its own, a new one is.
    """

    entity: Entity[Any]
    locale: str
    values: Mapping[Route, Any]
    stamp: str
    source: Localisation
    reviewed: bool = False


def write_strings(editor: Editor, strings: Sequence[NewString]) -> None:
    """Put translations of strings into their catalogues; one that is missing is begun."""
    for name in dict.fromkeys(one.string.namespace for one in strings):
        namespace = Namespace(editor, name)
        for locale in dict.fromkeys(o.locale for o in strings if o.string.namespace == name):
            given = {
                one.string.label: one
                for one in strings
                if (one.string.namespace, one.locale) == (name, locale)
            }
            _write(editor, namespace, _catalogue(editor, namespace, locale), given)


def _catalogue(editor: Editor, namespace: Namespace, locale: str) -> OpenCatalogue:
    """Return the catalogue of a language, begun as `sync` does where there is none."""
    regional = bool(editor.scope.content.languages.chain(locale).parents)
    if locale not in namespace.translations and editor.area is None and not regional:
        path = namespace.name.path(locale)
        header = {} if namespace.source is None else namespace.source.header
        made = new_translation(path, locale, namespace.registry, header)
        editor.draft.put(path, made.data)
        return Namespace(editor, namespace.name.namespace).translations[locale]
    return namespace.begin_translation(locale)


def _write(
    editor: Editor,
    namespace: Namespace,
    catalogue: OpenCatalogue,
    given: Mapping[str, NewString],
) -> None:
    new: dict[str, PoEntry] = {}
    edits: list[PoEdit] = []
    for label, one in given.items():
        source = namespace.registry[label]
        own = catalogue.entries.get(label)
        entry = carried(source, own or PoEntry(source.msgid, msgctxt=label), catalogue.forms)
        said = Translation(one.texts, source_of(source), unreviewed=not one.reviewed)
        entry = with_translation(entry, source_of(source), said, catalogue.forms)
        if own is None:
            new[label] = entry
        elif entry != own:
            edits.append(ReplaceEntry(label, entry))
    order = LabelOrder(list(namespace.registry))
    places = order.neighbours(catalogue.entries, new.keys())
    edits += [AddEntry(new[label], after) for label, after in places]
    if edits:
        editor.draft.edit_catalogue(catalogue.path, *edits)


def write_localisation(editor: Editor, new: NewLocalisation) -> None:
    """Put values of an entity into its file, or into the one of the language beside it."""
    own = new.entity.locales.get(new.locale)
    if own is not None:
        _edit(editor, own.places, new)
    elif new.source.places.path.endswith(_MARKDOWN):
        path = new.source.places.path
        stem = path.removesuffix(_MARKDOWN).rpartition(".")[0]
        _edit(editor, Places(f"{stem}.{new.locale}{_MARKDOWN}"), new)
    else:
        data: Any = {}
        for route, value in new.values.items():
            data = with_value(data, route, value)
        data["from"] = new.stamp
        if not new.reviewed:
            data["review"] = "needed"
        order = tuple(editor.scope.content.languages.active)
        editor.draft.edit(new.entity.places, Put(("locales", new.locale), data, order))


def _edit(editor: Editor, places: Places, new: NewLocalisation) -> None:
    beside = places.path.endswith(_MARKDOWN)
    order = field_order(FrontMatter if beside else LocalisedRecord)
    own = new.entity.locales.get(new.locale)
    there: dict[str, Any] = {} if own is None else own.own()
    edits: list[Edit] = []
    lists = set()
    body: str | None = None
    for route, value in new.values.items():
        if beside and route == (BODY,):
            body = f"{value.strip(chr(10))}\n"
        elif any(isinstance(step, int) for step in route):
            there = with_value(there, route, value)  # lists are replaced whole
            lists.add(str(route[0]))
        else:
            edits.append(Put(route, value, order))
    edits += [Put((name,), there[name], order) for name in sorted(lists)]
    edits.append(Put(("from",), new.stamp, order))
    if not new.reviewed:
        edits.append(Put(("review",), "needed", order))
    elif own is not None and own.review_needed:
        edits.append(Remove(("review",)))
    if beside:
        data = editor.draft.data(places.path) or b""
        editor.draft.put(places.path, edit_markdown(places.path, data, edits, body))
    else:
        editor.draft.edit(places, *edits)
