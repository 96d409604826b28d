"""gettext entries of all files and locales brought together: which of them are one entry here."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from compiler.edit.interchange.assignment import LocaleFile, by_locale
from compiler.edit.interchange.conversion import Message

_Name = tuple[tuple[str, ...], str | None]
_Place = tuple[_Name, str, int]


@dataclass(slots=True)
class Cluster:
    """Entries of the foreign files that are one here: same source, nothing against it."""

    source: tuple[str, ...]
    spelt: tuple[str, ...]
    contexts: list[str | None]
    in_source: list[Message] = field(default_factory=list)
    translations: dict[str, Message] = field(default_factory=dict)
    order: int = 0
    counts: Counter[str] = field(default_factory=Counter)

    def agrees(self, other: "Cluster") -> bool:
        """Whether no language that has both says different things."""
        return all(
            other.translations[locale].texts == message.texts
            for locale, message in self.translations.items()
            if locale in other.translations
            and message.translated
            and other.translations[locale].translated
        )

    def equals(self, other: "Cluster") -> bool:
        """Whether every language says the same, and at least one says something."""
        mine, theirs = (_translated(one.translations) for one in (self, other))
        return bool(mine) and mine == theirs

    def absorb(self, other: "Cluster") -> None:
        """Take the other's entries in."""
        self.contexts += [one for one in other.contexts if one not in self.contexts]
        self.in_source += other.in_source
        for locale, message in other.translations.items():
            if not self.translations.setdefault(locale, message).translated:
                self.translations[locale] = message
        self.order = min(self.order, other.order)
        self.counts += other.counts


def clusters_of(files: Sequence[LocaleFile], source_locale: str) -> list[Cluster]:
    """Return a cluster for every entry of every family of files, over all its locales.

    An entry that stands in a file twice is two, matched over the locales by their order.
    """
    found: dict[_Place, Cluster] = {}
    grouped = by_locale(files)
    for locale in sorted(grouped, key=lambda tag: (tag != source_locale, tag)):
        for file in grouped[locale]:
            times: Counter[_Name] = Counter()
            for message in file.messages:
                unit = message.unit
                name = (unit.source, unit.context)
                cluster = found.setdefault(
                    (name, file.family, times[name]),
                    Cluster(message.source, unit.source, [unit.context], order=len(found)),
                )
                times[name] += 1
                cluster.counts[locale] += 1
                if locale == source_locale:
                    cluster.in_source.append(message)
                else:
                    cluster.translations[locale] = message
    return list(found.values())


def merged(found: Iterable[Cluster]) -> list[Cluster]:
    """Return clusters with the equal ones made one."""
    by_source: dict[tuple[str, ...], list[Cluster]] = {}
    for cluster in found:
        by_source.setdefault(cluster.spelt, []).append(cluster)
    result: list[Cluster] = []
    for group in by_source.values():
        one_context: list[Cluster] = []
        for cluster in sorted(group, key=lambda one: one.contexts[0] or ""):
            _join(one_context, cluster, same_context=True)
        kept: list[Cluster] = []
        for cluster in one_context:
            _join(kept, cluster, same_context=False)
        result += kept
    return sorted(result, key=lambda one: one.order)


def _join(kept: list[Cluster], cluster: Cluster, *, same_context: bool) -> None:
    for before in kept:
        if same_context:
            fits = before.contexts == cluster.contexts and before.agrees(cluster)
        else:
            fits = before.equals(cluster)
        if fits:
            before.absorb(cluster)
            return
    kept.append(cluster)


def _translated(translations: Mapping[str, Message]) -> dict[str, tuple[str, ...]]:
    return {locale: one.texts for locale, one in translations.items() if one.translated}
