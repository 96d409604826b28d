"""Assignment of gettext entries that are known by their source text and a context."""

from collections.abc import Sequence
from dataclasses import replace

from compiler.edit.interchange.assignment import (
    Assignment,
    Known,
    LocaleFile,
    Registered,
)
from compiler.edit.interchange.conversion import Message
from compiler.edit.interchange.gettext_clusters import Cluster, clusters_of, merged
from compiler.edit.interchange.labels import Namer, is_label, label_of_text
from compiler.edit.interchange.origin import Origin
from compiler.edit.interchange.spelling import spell_in
from compiler.edit.interchange.unit import Refusal

_Identity = tuple[tuple[str, ...], str | None]
_NO_SOURCE = "the source's catalogue has no such text"
_OTHER_TEXT = "the source's catalogue has another text for this msgid; it counts"


def assign_by_text(
    files: Sequence[LocaleFile], source_locale: str, known: Sequence[Known], style: str
) -> Assignment:
    """Assign messages to labels made of their source texts, in a style of ``labels``.

    Equal entries become one, different ones of the same text get ``x``, ``x2``. Entries already
    ``known`` keep their labels. Where neither the set has a file of the source locale nor the
    namespace a catalogue, the msgids of all languages together are the source.
    """
    clusters, saved = merged(clusters_of(files, source_locale))
    refused: list[tuple[str, Refusal]] = []
    if known or any(file.locale == source_locale for file in files):
        clusters, refused = _parted(clusters, known)
    labels, numbered = _labels(clusters, known, style)
    return replace(
        _assignment(clusters, known, labels), merged=saved, renamed=numbered, refused=refused
    )


def _parted(
    clusters: Sequence[Cluster], known: Sequence[Known]
) -> tuple[list[Cluster], list[tuple[str, Refusal]]]:
    """Part what the source's catalogue has from what only translations have."""
    registered = {identity for one in known for identity in _identities_of_known(one)}
    kept, orphans = [], []
    for cluster in clusters:
        if cluster.in_source or not registered.isdisjoint(_identities(cluster)):
            kept.append(cluster)
            continue
        orphans += [
            (locale, Refusal(message.unit.place, cluster.source[0], _NO_SOURCE))
            for locale, message in sorted(cluster.translations.items())
        ]
    return kept, orphans


def _labels(
    clusters: Sequence[Cluster], known: Sequence[Known], style: str
) -> tuple[list[str], list[tuple[str, str]]]:
    """Return a label for each cluster, and text and label of those that had to be numbered.

    New labels are given out in the order of their texts, so that they do not depend on files.
    """
    free = _labels_by_identity(known)
    namer = Namer(one.label for one in known)
    by_key = _keys_are_texts(clusters)
    labels: dict[int, str] = {}
    numbered = []
    for index in sorted(range(len(clusters)), key=lambda one: _rank(clusters[one])):
        cluster = clusters[index]
        wanted = cluster.source[0] if by_key else label_of_text(cluster.source[0], style)
        before = next((free[one] for one in _identities(cluster) if free.get(one)), None)
        labels[index] = before.pop(0) if before else namer.unique(wanted)
        if not before and labels[index] != wanted:
            numbered.append((cluster.source[0], labels[index]))
    return [labels[index] for index in range(len(clusters))], numbered


def _labels_by_identity(known: Sequence[Known]) -> dict[_Identity, list[str]]:
    labels: dict[_Identity, list[str]] = {}
    for one in sorted(known, key=lambda one: (len(one.label), one.label)):
        for identity in _identities_of_known(one):
            labels.setdefault(identity, []).append(one.label)
    return labels


def _rank(cluster: Cluster) -> tuple[tuple[str, ...], str, int]:
    return cluster.source, cluster.contexts[0] or "", cluster.order


def _keys_are_texts(clusters: Sequence[Cluster]) -> bool:
    """Whether the msgids are keys, and the source's own catalogue has the texts."""
    in_source = [one for one in clusters if one.in_source]
    return (
        any(_own_text(one) for one in in_source)
        and all(is_label(one.source[0]) for one in clusters)
        and sum(bool(_own_text(one)) for one in in_source) * 2 > len(in_source)
    )


def _own_text(cluster: Cluster) -> tuple[str, ...]:
    """Return the text of the source's own catalogue where it is another than the msgid."""
    for message in cluster.in_source:
        if message.translated:
            last = message.texts[-1:] if len(cluster.source) > 1 else ()
            own = (*message.texts[:1], *last)
            if own != cluster.source and all(own):
                return own
    return ()


def _assignment(
    clusters: Sequence[Cluster], known: Sequence[Known], labels: Sequence[str]
) -> Assignment:
    registry = {one.label: Registered(one.label, one.source, one.origin, None) for one in known}
    translations: dict[str, dict[str, Message]] = {}
    conflicts = []
    by_key = _keys_are_texts(clusters)
    for cluster, label in zip(clusters, labels, strict=True):
        if label not in registry or cluster.in_source:
            registry[label] = _registered(cluster, label)
        for locale, message in cluster.translations.items():
            translations.setdefault(locale, {})[label] = message
        if _own_text(cluster) and not by_key:
            place = cluster.in_source[0].unit.place
            conflicts.append(Refusal(place, cluster.source[0], _OTHER_TEXT))
    return Assignment(registry, translations, conflicts=conflicts)


def _registered(cluster: Cluster, label: str) -> Registered:
    message = next(iter((*cluster.in_source, *cluster.translations.values())))
    own = _own_text(cluster)
    origin = Origin(
        (label,),
        style=message.style,
        placeholders=message.placeholders,
        contexts=tuple(cluster.contexts),
        source=message.unit.source if own else (),
    )
    references = (one for kept in cluster.in_source for one in kept.unit.references)
    return Registered(
        label, own or cluster.source, origin, message, tuple(dict.fromkeys(references))
    )


def _identities(cluster: Cluster) -> list[_Identity]:
    return [(cluster.source, context) for context in cluster.contexts]


def _identities_of_known(known: Known) -> list[_Identity]:
    spelt = (spell_in(text, known.origin.style).icu for text in known.origin.source)
    source = tuple(spelt) or known.source
    return [(source, context) for context in known.origin.contexts or (None,)]
