"""What visitors will see different: by area, language and entry, from what is compiled."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

EVERYTHING = "everything"
"""What an area has in a language that is new there, or gone."""

Bundles = Mapping[str, Mapping[str, Any]]
"""The public bundles of every area, parsed, by area and logical name."""


class Seen(NamedTuple):
    """Something that visitors of an area see different. ``locale`` is None for what has none."""

    area: str
    locale: str | None
    entity: str
    part: str
    before: Any
    after: Any


def visible_changes(before: Bundles, now: Bundles) -> Iterator[Seen]:
    """Yield what visitors of each area and language see different.

    Of a language that an area has not had, or has no more, only that.
    """
    for area in dict.fromkeys((*before, *now)):
        ours, theirs = before.get(area, {}), now.get(area, {})
        counts = _entries_by_language(ours), _entries_by_language(theirs)
        whole = counts[0].keys() ^ counts[1].keys()
        for tag in sorted(whole):
            said = [f"{one[tag]:,} entries" if tag in one else None for one in counts]
            yield Seen(area, tag, EVERYTHING, "", *said)
        for one in _in_bundles(area, ours, theirs):
            if one.locale not in whole and one.part.rpartition(".")[2] not in whole:
                yield one


def _in_bundles(area: str, ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> Iterator[Seen]:
    for name in sorted({*ours, *theirs}):
        kind, locale, entry = _parsed(name)
        old, new = ours.get(name), theirs.get(name)
        if kind is None or old == new:
            continue
        for part, one, other in _bundles(kind, old or {}, new or {}):
            yield from _entries(area, part, locale, entry, one, other)


def _entries_by_language(bundles: Mapping[str, Any]) -> dict[str, int]:
    """Return how many entries there are in each language."""
    found = Counter[str]()
    for name, bundle in bundles.items():
        kind, locale, _ = _parsed(name)
        if kind is not None and locale is not None:
            found[locale] += len(bundle)
    return dict(found)


def _parsed(name: str) -> tuple[str | None, str | None, str]:
    """Return the kind, language and namespace of a bundle; no kind of one that says it again."""
    parts = name.removesuffix(".json").split("/")
    match parts:
        case ["config"]:
            return "configurations", None, ""
        case ["translations", "icu", locale, namespace]:
            return "translations", locale, namespace
        case ["texts", locale, _] | ["texts", locale]:
            return "texts", locale, ""
        case [("banners" | "documents") as kind, locale]:
            return kind, locale, ""
        case _:
            return None, None, ""


def _bundles(
    kind: str, old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[tuple[str, Mapping[str, Any], Mapping[str, Any]]]:
    """Yield the kinds in a bundle: settings have levels and statuses among them."""
    within = [one for one in _WITHIN if kind == "configurations" and (one in old or one in new)]
    for one in within:
        yield one, old.get(one) or {}, new.get(one) or {}
    rest = [{k: v for k, v in bundle.items() if k not in within} for bundle in (old, new)]
    yield kind, rest[0], rest[1]


_WITHIN = ("levels", "statuses")


def _entries(
    area: str,
    kind: str,
    locale: str | None,
    namespace: str,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
) -> Iterator[Seen]:
    for label in dict.fromkeys((*old, *new)):
        before, now = old.get(label), new.get(label)
        if before == now:
            continue
        entity = f"{kind}/{namespace}:{label}" if namespace else f"{kind}/{label}"
        parts = list(_parts(before, now))
        if before is None or now is None:  # of what is new or gone its words will do
            parts = [one for one in parts if one[0].rpartition(".")[2] in _WORDS] or parts
        for part, one, other in parts:
            tag, rest = _of_language(part)
            yield Seen(area, locale or tag, entity, rest, one, other)


_WORDS = frozenset({"", "title", "text", "name", "alt"})


def _of_language(part: str) -> tuple[str | None, str]:
    """Return the language and the rest of `locales.es.title`; levels and statuses have all."""
    match part.split(".", 2):
        case ["locales", tag, rest]:
            return tag, rest
        case _:
            return None, part


_SAYS_AGAIN = {
    "html": "text",
    "text_file": "file",
    "thumbnail": "file",
    "picture": "slots",
    "placeholder": "src",
    "color": "src",
}
"""Values that follow from another one beside them, which is told."""


def _parts(before: Any, now: Any, above: str = "") -> Iterator[tuple[str, Any, Any]]:  # noqa: ANN401
    """Yield the values that differ, by their way in the entry; a text as HTML only if it is one."""
    if before is None and isinstance(now, Mapping):
        before = {}
    if now is None and isinstance(before, Mapping):
        now = {}
    if not (isinstance(before, Mapping) and isinstance(now, Mapping)):
        yield above, before, now
        return
    differing = [key for key in dict.fromkeys((*before, *now)) if before.get(key) != now.get(key)]
    for key in differing:
        if _SAYS_AGAIN.get(key) in differing:
            continue
        yield from _parts(before.get(key), now.get(key), f"{above}.{key}" if above else key)
