"""Assignment of gettext entries that are known by their source text and a context."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
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
from compiler.edit.interchange.spelling import spell_out
from compiler.edit.interchange.unit import Refusal

_Identity = tuple[tuple[str, ...], str | None]
_NO_SOURCE = "the source's catalogue has no such text"
_OTHER_WORDS = "its source file has no such text, and another file translates it differently"
_OTHER_TEXT = "the source's catalogue has another text for this msgid; it counts"


def assign_by_text(
    files: Sequence[LocaleFile], source_locale: str, known: Sequence[Known], style: str
) -> Assignment:
    """Assign messages to labels made of their source texts, in a style of ``labels``.

    Equal entries become one, different ones of the same text get ``x``, ``x2``. Entries already
    ``known`` keep their labels. Where neither the set has a file of the source locale nor the
    namespace a catalogue, the msgids of all languages together are the source.
    """
    clusters = merged(clusters_of(files, source_locale))
    before = _labels_before(clusters, known)
    if any(file.locale == source_locale for file in files):
        kept = [one for one in clusters if one.in_source]
    else:
        kept = [one for one in clusters if not known or one.order in before]
    labels, numbered = _labels(kept, before, known, style)
    orphans = [one for one in clusters if one.order not in labels]
    sources = {one.spelt for one in kept}
    return replace(
        _assignment(kept, known, labels),
        merged=sum(max(one.counts.values()) - 1 for one in clusters),
        merged_in=_merged_in(clusters),
        renamed=numbered,
        refused=[refusal for one in orphans for refusal in _refusals(one, sources)],
    )


def _merged_in(clusters: Sequence[Cluster]) -> Counter[str]:
    found: Counter[str] = Counter()
    for one in clusters:
        found.update({locale: number - 1 for locale, number in one.counts.items()})
    return found


def _refusals(cluster: Cluster, sources: Collection[tuple[str, ...]]) -> list[tuple[str, Refusal]]:
    reason = _OTHER_WORDS if cluster.spelt in sources else _NO_SOURCE
    return [
        (locale, Refusal(message.unit.place, cluster.spelt[0], reason))
        for locale, message in sorted(cluster.translations.items())
    ]


def _labels(
    clusters: Sequence[Cluster], before: Mapping[int, str], known: Sequence[Known], style: str
) -> tuple[dict[int, str], list[tuple[str, str]]]:
    """Return labels by the clusters' order, and text and label of those that had to be numbered.

    New labels are given out in the order of their texts, so that they do not depend on files.
    """
    namer = Namer(one.label for one in known)
    by_key = _keys_are_texts(clusters)
    labels: dict[int, str] = {}
    numbered = []
    for cluster in sorted(clusters, key=_rank):
        if cluster.order in before:
            labels[cluster.order] = before[cluster.order]
            continue
        wanted = cluster.spelt[0] if by_key else label_of_text(cluster.source[0], style)
        labels[cluster.order] = namer.unique(wanted)
        if labels[cluster.order] != wanted:
            numbered.append((cluster.spelt[0], labels[cluster.order]))
    return labels, numbered


def _labels_before(clusters: Sequence[Cluster], known: Sequence[Known]) -> dict[int, str]:
    """Return the labels that clusters have in the namespace already, by their order."""
    by_identity: dict[_Identity, list[str]] = {}
    for one in sorted(known, key=lambda one: (len(one.label), one.label)):
        for identity in _identities_of_known(one):
            by_identity.setdefault(identity, []).append(one.label)
    labels: dict[int, str] = {}
    taken: set[str] = set()
    for cluster in sorted(clusters, key=lambda one: (not one.in_source, _rank(one))):
        found = (label for one in _identities(cluster) for label in by_identity.get(one, ()))
        label = next((label for label in found if label not in taken), None)
        if label is not None:
            labels[cluster.order] = label
            taken.add(label)
    return labels


def _rank(cluster: Cluster) -> tuple[tuple[str, ...], str, int]:
    return cluster.source, cluster.contexts[0] or "", cluster.order


def _keys_are_texts(clusters: Sequence[Cluster]) -> bool:
    """Whether the msgids are keys, and the source's own catalogue has the texts."""
    in_source = [one for one in clusters if one.in_source]
    return (
        any(_own_text(one) for one in in_source)
        and all(is_label(one.spelt[0]) for one in clusters)
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
    clusters: Sequence[Cluster], known: Sequence[Known], labels: Mapping[int, str]
) -> Assignment:
    registry = {one.label: Registered(one.label, one.source, one.origin, None) for one in known}
    translations: dict[str, dict[str, Message]] = {}
    conflicts = []
    by_key = _keys_are_texts(clusters)
    for cluster in clusters:
        label = labels[cluster.order]
        if label not in registry or cluster.in_source:
            registry[label] = _registered(cluster, label)
        for locale, message in cluster.translations.items():
            translations.setdefault(locale, {})[label] = message
        if _own_text(cluster) and not by_key:
            place = cluster.in_source[0].unit.place
            conflicts.append(Refusal(place, cluster.spelt[0], _OTHER_TEXT))
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
    return [(cluster.spelt, context) for context in cluster.contexts]


def _identities_of_known(known: Known) -> list[_Identity]:
    origin = known.origin
    spelt = [spell_out(text, origin.style, origin.placeholders) for text in known.source]
    source = origin.source or tuple(text or "" for text in spelt)
    return [(source, context) for context in origin.contexts or (known.label, None)]
