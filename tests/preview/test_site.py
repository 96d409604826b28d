"""The site of a large project: what the first page loads, and how the rest is parted."""

import gzip
import re
from collections.abc import Mapping
from functools import cache

import orjson

from compiler.base.finding import Finding, Severity
from compiler.base.place import Place
from compiler.bundle.artifacts import AreaArtifacts, Artifacts, Bundle, bundle_of
from compiler.model.reference import Kind
from compiler.preview.edition import Edition
from compiler.preview.files import Site
from compiler.preview.mails import Messages
from compiler.preview.site import Shown, SiteMaker
from compiler.query.completeness import Completeness, Row, Tally
from compiler.query.entries import Entry, State, Version
from compiler.templating.unbounded import UnboundedRenderer

LOCALES = ("en", "es", "ru", "pl", "ar", "zh-Hant")
STRINGS = 20_000
AREAS = 5
NAMESPACES = 20
MOST_FIRST = 150_000
"""Bytes, gzipped, that the first page may load."""


def label(number: int) -> str:
    return f"section{number % 97}.screen{number % 211}.message{number}"


def bundles(locale: str) -> dict[str, Bundle]:
    made = {}
    for space in range(NAMESPACES):
        strings = {
            label(number): f"{locale} {number * 7919 % 100_003}: a sentence of some length about it"
            for number in range(space, STRINGS, NAMESPACES)
        }
        data = orjson.dumps(strings, option=orjson.OPT_SORT_KEYS)
        made[f"translations/icu/{locale}/space{space}.json"] = bundle_of(data)
    return made


def entry(number: int) -> Entry:
    states = [
        State.SOURCE,
        *(State.MISSING if number % 41 == at else State.CURRENT for at in range(5)),
    ]
    versions = tuple(map(Version, LOCALES, states))
    where = Place(f"content/translations/space{number % NAMESPACES}/en.po", number)
    return Entry(
        Kind.TRANSLATIONS,
        f"space{number % NAMESPACES}:{label(number)}",
        None,
        versions,
        lambda: where,
    )


@cache
def large_site() -> Site:
    public = {name: one for locale in LOCALES for name, one in bundles(locale).items()}
    area = AreaArtifacts(public, {}, {"source": "en", "enabled": list(LOCALES), "fallbacks": {}})
    areas = {f"area{number:02}": area for number in range(AREAS)}
    entries = sorted(map(entry, range(STRINGS)), key=lambda one: one.label)
    spaces = {f"space{number}": Tally(1_000, 25) for number in range(NAMESPACES)}
    rows = [Row(tag, True, {"translations": Tally(STRINGS, 488)}, spaces) for tag in LOCALES]
    findings = [
        Finding("missing-translation", Severity.WARNING, f"`{one.label}` is not there", one.where(), one.reference, "es")
        for one in entries[::4]
    ]  # fmt: skip
    shown = Shown(
        Edition(Artifacts(areas)),
        entries,
        Completeness(rows[0], tuple(rows[1:])),
        LOCALES,
        frozenset(LOCALES[:4]),
        "as it is",
    )
    return SiteMaker(shown, Messages(UnboundedRenderer())).site(findings)


def gzipped(site: Site, name: str) -> int:
    return len(gzip.compress(site[name](), 6, mtime=0))


def test_the_first_page_is_small() -> None:
    site = large_site()
    linked = re.findall(r'(?:src|href)="((?:app|data)/[^"]+)"', site["index.html"]().decode())
    assert len(linked) > 15
    first = ["index.html", *linked, "data/overview.js"]
    assert sum(gzipped(site, name) for name in first) <= MOST_FIRST


def test_texts_are_loaded_by_page_and_language() -> None:
    site = large_site()
    sizes = {name: gzipped(site, name) for name in site if name.startswith("data/")}
    texts = [name for name in sizes if b"a sentence of some length" in site[name]()]
    assert len(texts) == len(LOCALES) * -(-STRINGS // 500)  # each once, though all areas have them
    assert all(only_one_language(site[name]()) for name in texts)
    assert max(sizes.values()) < MOST_FIRST


def only_one_language(data: bytes) -> bool:
    return len(set(re.findall(rb'"([a-zA-Z-]+) \d+: a sentence', data))) == 1


def test_the_same_content_makes_the_same_files() -> None:
    site = large_site()
    large_site.cache_clear()
    again: Mapping[str, object] = large_site()
    assert list(site) == list(again)
