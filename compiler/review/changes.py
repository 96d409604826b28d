"""Every change between two versions: entries by field and language, never by line."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from compiler.model.catalogue import Catalogue, Message, Standing, standing
from compiler.model.content import Content, Layer
from compiler.model.entity import Entity
from compiler.model.fingerprint import fingerprint
from compiler.model.languages import Languages
from compiler.model.localised import Localisation
from compiler.model.overlay import ENTITY_KINDS
from compiler.model.reference import Kind
from compiler.review.change import Change, What
from compiler.review.pdfs import PdfTexts, pdf_changes
from compiler.review.picture_changes import Pictures, image_changes
from compiler.review.versions import Pair, Versions

_WITH_FILES = (Kind.BANNERS, Kind.DOCUMENTS)
"""Kinds of which files beside the YAML may be others though that says the same."""


class Read(NamedTuple):
    """What is known of files that differ, as far as somebody has opened them."""

    texts: PdfTexts = MappingProxyType({})
    pictures: Pictures = MappingProxyType({})


def changes_of(versions: Versions, read: Read | None = None) -> Iterator[Change]:
    """Yield every change: of areas and owners, of what all share, of what areas have different.

    ``read`` has the texts of the PDFs that differ, and what the images are that do.
    """
    yield from _records(Kind.AREAS, _areas(versions.before), _areas(versions.now))
    yield from _records(Kind.OWNERS, versions.before.owners, versions.now.owners)
    yield from _fields(
        f"{Kind.CONFIGURATIONS}/languages",
        None,
        None,
        _languages(versions.before.languages),
        _languages(versions.now.languages),
    )
    for area, old, new in versions.layers():
        yield from _configurations(area, old, new)
        for kind in ENTITY_KINDS:
            labelled = getattr(old, kind), getattr(new, kind)
            yield from _entities(versions, area, *labelled, read or Read())
        yield from _strings(versions, area, old, new)


def _areas(content: Content) -> dict[str, Entity[Any]]:
    return {name: area.record for name, area in content.areas.items()}


def _languages(languages: Languages) -> dict[str, Any]:
    return {
        "source": languages.source,
        "active": list(languages.active),
        "enabled": list(languages.enabled),
        "fallbacks": dict(languages.fallbacks),
    }


def _records(
    kind: Kind, before: Mapping[str, Entity[Any]], now: Mapping[str, Entity[Any]]
) -> Iterator[Change]:
    for label in dict.fromkeys((*before, *now)):
        yield from _record_changes(f"{kind}/{label}", before.get(label), now.get(label))


def _record_changes(
    entity: str, before: Entity[Any] | None, now: Entity[Any] | None, area: str | None = None
) -> Iterator[Change]:
    if before is None or now is None:
        yield Change(entity, What.ADDED if before is None else What.REMOVED, area)
        return
    yield from _fields(entity, area, None, _record(before), _record(now))


def _record(entity: Entity[Any]) -> dict[str, Any]:
    found: dict[str, Any] = entity.record.model_dump(
        mode="json", by_alias=True, exclude={"locales"}, exclude_none=True
    )
    return found


def _fields(
    entity: str,
    area: str | None,
    locale: str | None,
    before: Mapping[str, Any],
    now: Mapping[str, Any],
    above: str = "",
) -> Iterator[Change]:
    """Yield the values that differ, by their way in the record."""
    for key in dict.fromkeys((*before, *now)):
        old, new, part = before.get(key), now.get(key), f"{above}{key}"
        if old == new:
            continue
        if isinstance(old, Mapping) and isinstance(new, Mapping):
            yield from _fields(entity, area, locale, old, new, f"{part}.")
            continue
        what = What.ADDED if key not in before else What.CHANGED
        what = What.REMOVED if key not in now else what
        yield Change(entity, what, area, locale, part, old, new)


def _configurations(area: str | None, old: Layer, new: Layer) -> Iterator[Change]:
    for name in dict.fromkeys((*old.configurations, *new.configurations)):
        before, now = old.configurations.get(name), new.configurations.get(name)
        yield from _fields(
            f"{Kind.CONFIGURATIONS}/{name}",
            area,
            None,
            {} if before is None else before.data,
            {} if now is None else now.data,
        )


def _entities(
    versions: Versions,
    area: str | None,
    old: Mapping[str, Entity[Any]],
    new: Mapping[str, Entity[Any]],
    read: Read,
) -> Iterator[Change]:
    come = set(versions.renamed.values()) if area is None else set()
    for label in dict.fromkeys((*old, *new)):
        before, now = old.get(label), new.get(label)
        either = now or before
        if either is None or (before == now and either.kind not in _WITH_FILES):
            continue
        entity = str(either.reference)
        renamed = versions.renamed.get(entity) if area is None else None
        if renamed is not None and now is None:
            yield Change(entity, What.RENAMED, area, after=renamed)
        elif entity in come and before is None:
            continue
        elif now is None and either.places.path in versions.paths:
            yield Change(entity, What.CHANGED, area, None, "file", "readable", "unreadable")
        elif before is None or now is None:
            yield Change(entity, What.ADDED if before is None else What.REMOVED, area)
        else:
            yield from _record_changes(entity, before, now, area)
            yield from pdf_changes(versions, Pair(area, before, now), read.texts)
            yield from _locales(versions, Pair(area, before, now), read.pictures)


def _locales(versions: Versions, pair: Pair, pictures: Pictures) -> Iterator[Change]:
    area, before, now = pair
    if before is None or now is None:
        return
    entity = str(now.reference)
    source = versions.now.languages.source
    for locale in dict.fromkeys((*before.locales, *now.locales)):
        old, new = before.locales.get(locale), now.locales.get(locale)
        if old is None or new is None:
            yield Change(entity, What.ADDED if old is None else What.REMOVED, area, locale)
            continue
        ours, theirs = _said(old), _said(new)
        if locale != source:
            ours["state"] = _state(before, old, versions.before.languages.source)
            theirs["state"] = _state(now, new, source)
        yield from _fields(entity, area, locale, ours, theirs)
        change = Change(entity, What.CHANGED, area, locale)
        yield from image_changes(versions, change, old, new, pictures)


def _said(text: Localisation) -> dict[str, Any]:
    return {**text.own(), "descriptions": dict(text.descriptions), "active": text.active}


def _state(entity: Entity[Any], text: Localisation, source: str) -> str:
    """Return how a translation stands to its source."""
    above = entity.locales.get(source)
    stamp = None if above is None else f"{source}@{fingerprint(above.own())}"
    if text.stamp is not None and stamp is not None and text.stamp != stamp:
        return Standing.STALE.value
    return (Standing.UNREVIEWED if text.review_needed else Standing.CURRENT).value


def _strings(versions: Versions, area: str | None, old: Layer, new: Layer) -> Iterator[Change]:
    source = versions.now.languages.source
    come = set(versions.renamed.values())
    for key in dict.fromkeys((*old.catalogues, *new.catalogues)):
        namespace, locale = key
        before, now = old.catalogues.get(key), new.catalogues.get(key)
        ours, theirs = _messages(before), _messages(now)
        above = old.catalogues.get((namespace, source)), new.catalogues.get((namespace, source))
        for label in dict.fromkeys((*ours, *theirs)):
            pair = ours.get(label), theirs.get(label)
            entity = f"{Kind.TRANSLATIONS}/{namespace}:{label}"
            if pair[0] == pair[1]:
                continue
            if locale == source:
                renamed = versions.renamed.get(entity)
                yield from _source_changes(entity, area, pair, renamed, entity in come)
            elif pair[0] is not None and pair[1] is not None:
                sources = _messages(above[0]).get(label), _messages(above[1]).get(label)
                yield from _fields(
                    entity, area, locale, _text(sources[0], pair[0]), _text(sources[1], pair[1])
                )
            elif _is_there(label, old, new, (namespace, source), shared=area is None):
                found = pair[1] or pair[0]
                if found is not None and found.translated:
                    what = What.ADDED if pair[0] is None else What.REMOVED
                    yield Change(entity, what, area, locale)


def _source_changes(
    entity: str,
    area: str | None,
    pair: tuple[Message | None, Message | None],
    renamed: str | None,
    came: bool,  # noqa: FBT001 - of a private function
) -> Iterator[Change]:
    before, now = pair
    if before is not None and now is None and renamed is not None:
        yield Change(entity, What.RENAMED, area, after=renamed)
    elif before is None and now is not None and not came:
        yield Change(entity, What.ADDED, area, after=now.source)
    elif now is None and before is not None:
        yield Change(entity, What.REMOVED, area, before=before.source)
    elif before is not None and now is not None:
        ours = {"text": before.source, "plural": before.source_plural}
        theirs = {"text": now.source, "plural": now.source_plural}
        yield from _fields(entity, area, None, ours, theirs)


def _is_there(label: str, old: Layer, new: Layer, source: tuple[str, str], *, shared: bool) -> bool:
    """Tell whether the source has a label before and now: else that is what is told.

    Areas may have translations of their own without a source text of their own.
    """
    both = (one.catalogues.get(source) for one in (old, new))
    return all(not shared if one is None else label in one.messages for one in both)


def _messages(catalogue: Catalogue | None) -> Mapping[str, Message]:
    return {} if catalogue is None else catalogue.messages


def _text(source: Message | None, message: Message) -> dict[str, Any]:
    texts = message.texts[0] if len(message.texts) == 1 else list(message.texts)
    state = Standing.CURRENT if source is None else standing(source, message)
    return {"text": texts, "state": state.value}
