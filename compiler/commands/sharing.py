"""How the work on strings is shared out: each process takes some languages, checks and compiles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compiler.adapters.workers import cores, share_out
from compiler.base.finding import Finding
from compiler.model.catalogue import Catalogue
from compiler.model.content import Content
from compiler.rules.engine import Examined, examine, examine_rest
from compiler.rules.silence import Flag
from compiler.settings import Gate, Settings

if TYPE_CHECKING:  # `check` compiles nothing, and does without what compiling needs
    from compiler.bundle.compiling import StringBundles

_WORTH_A_PROCESS = 1_000_000
"""How many bytes of catalogues take longer than forking a process for them."""


@dataclass(frozen=True, slots=True)
class Worked:
    """What was found in content, and its strings compiled where that was asked for."""

    findings: tuple[Finding, ...]
    flags: tuple[Flag, ...] = ()
    strings: "StringBundles | None" = None


def work_on_strings(content: Content, settings: Settings, gate: Gate, *, build: bool) -> Worked:
    """Check all content, and compile its strings beside it where they are to be built."""
    sizes = _sizes(content)
    processes = min(cores(), len(sizes), 1 + sum(sizes.values()) // _WORTH_A_PROCESS)
    if processes < 2:  # noqa: PLR2004
        found = examine(content, settings, gate)
        return _worked(found, _compiled(content, settings, None) if build else None)
    _read_source(content)
    if build:
        import compiler.bundle.compiling  # noqa: F401 - once, before there are several processes

    def work(locale: str | None) -> Worked:
        if locale is None:
            return _worked(examine_rest(content, settings, gate), {} if build else None)
        found = examine(content, settings, gate, (locale,))
        return _worked(found, _compiled(content, settings, (locale,)) if build else None)

    largest_first = sorted(sizes, key=lambda one: (-sizes[one], one))
    return _together(share_out(work, [*largest_first, None], processes))


def _worked(examined: Examined, strings: "StringBundles | None") -> Worked:
    return Worked(examined.findings, examined.flags, strings)


def _compiled(
    content: Content, settings: Settings, share: tuple[str, ...] | None
) -> "StringBundles":
    from compiler.bundle.compiling import compile_strings

    return compile_strings(content, settings, share)


def _together(worked: Sequence[Worked]) -> Worked:
    strings: StringBundles = {}
    for one in worked:
        for area, bundles in (one.strings or {}).items():
            strings[area] = {**strings.get(area, {}), **bundles}
    return Worked(
        tuple(finding for one in worked for finding in one.findings),
        tuple(flag for one in worked for flag in one.flags),
        strings if worked[0].strings is not None else None,
    )


def _catalogues(content: Content) -> Iterator[Catalogue]:
    for layer in (content.shared, *(area.overlay for area in content.areas.values())):
        yield from layer.catalogues.values()


def _read_source(content: Content) -> None:
    """Read the source texts, which every process needs; the other catalogues it reads itself."""
    for catalogue in _catalogues(content):
        if catalogue.locale == content.languages.source:
            _ = catalogue.entries


def _sizes(content: Content) -> dict[str, int]:
    """Return how much each language has to check: the bytes of its catalogues.

    One without a catalogue has none, but bundles of what it falls back to.
    """
    sizes = dict.fromkeys((*content.languages.active, *content.languages.enabled), 0)
    for catalogue in _catalogues(content):
        sizes[catalogue.locale] = sizes.get(catalogue.locale, 0) + catalogue.size
    return sizes
