"""Short strings of an area, resolved: for each language and label the message a visitor gets."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from compiler.bundle.view import AreaView
from compiler.messages.gettext_plurals import SOURCE_FORMS, PluralFormsError
from compiler.messages.icu import is_plain
from compiler.messages.icu_error import IcuSyntaxError
from compiler.messages.icu_print import to_text
from compiler.messages.reading import Reading, read_forms, read_message
from compiler.model.catalogue import Catalogue, Message


class ResolvedString(NamedTuple):
    """A message in the words of the locale ``origin``; ``icu`` is what runtimes read.

    It is the text as it was read, or a plural put together of gettext's forms. ``message`` is the
    same read; None where there is no syntax in it.
    """

    icu: str
    message: Reading | None
    origin: str


def namespaces(view: AreaView) -> list[str]:
    """Return the namespaces that the area shows, sorted."""
    source = view.languages.source
    named = {namespace for namespace, locale in view.layer.catalogues if locale == source}
    return sorted(namespace for namespace in named if view.shows_namespace(namespace))


def resolved_strings(view: AreaView, namespace: str, locale: str) -> Mapping[str, ResolvedString]:
    """Return every message of the source catalogue that the locale or its chain has, by label."""
    source = view.layer.catalogues[namespace, view.languages.source]
    chain = tuple(_catalogues(view, namespace, locale))
    return view.once.of("strings", (source, *chain), lambda: _resolve_all(source, chain))


def _resolve_all(source: Catalogue, chain: Sequence[Catalogue]) -> dict[str, ResolvedString]:
    found: dict[str, ResolvedString] = {}
    if not chain:
        return found
    own = chain[0]
    messages, is_source = own.messages, own is source
    for label in source.messages:
        resolved = _plain(messages.get(label), own.locale, is_source=is_source) or _first(
            chain, label, source.locale
        )
        if resolved is not None:
            found[label] = resolved
    return found


def _plain(message: Message | None, locale: str, *, is_source: bool) -> ResolvedString | None:
    """Return at once what most strings are: plain text in the language itself."""
    if message is None or message.source_plural is not None:
        return None
    text = message.source if is_source else message.texts[0]
    if not text or text.isspace() or not is_plain(text):
        return None
    return ResolvedString(text, None, locale)


def inherited_strings(
    resolved: Mapping[str, ResolvedString], locale: str
) -> Iterator[tuple[str, str]]:
    """Return the labels that came from another locale, and which."""
    return ((label, string.origin) for label, string in resolved.items() if string.origin != locale)


def _catalogues(view: AreaView, namespace: str, locale: str) -> Iterator[Catalogue]:
    for candidate in view.chain(locale):
        catalogue = view.layer.catalogues.get((namespace, candidate))
        if catalogue is not None:
            yield catalogue


def _first(chain: Iterable[Catalogue], label: str, source: str) -> ResolvedString | None:
    for catalogue in chain:
        message = catalogue.messages.get(label)
        if message is None:
            continue
        texts = message.source_texts if catalogue.locale == source else message.texts
        says = any(texts) and (any(map(str.strip, texts)) or not message.source.strip())
        resolved = _resolved(message, texts, catalogue) if says else None
        if resolved is not None:
            return resolved
    return None


def _resolved(
    message: Message, texts: tuple[str, ...], catalogue: Catalogue
) -> ResolvedString | None:
    """Compile one text; None for one that cannot be read, which only a waiver lets through."""
    if message.source_plural is not None:
        return _of_forms(texts, message, catalogue)
    reading = read_message(texts[0])
    if reading.plain or reading.simple or "<" not in reading.text:
        return None if reading.error else ResolvedString(reading.text, reading, catalogue.locale)
    if reading.error:
        return None
    return ResolvedString(to_text(reading.tree), reading, catalogue.locale)


def _of_forms(
    texts: tuple[str, ...], message: Message, catalogue: Catalogue
) -> ResolvedString | None:
    header = catalogue.plural_forms if texts is message.texts else SOURCE_FORMS
    try:
        reading = read_forms(catalogue.locale, texts, header)
    except (IcuSyntaxError, PluralFormsError):
        return None
    return ResolvedString(reading.text, reading, catalogue.locale)
