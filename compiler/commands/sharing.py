"""How the work on strings is shared out: each process takes some languages, checks and compiles."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compiler.adapters.workers import cores, share_out
from compiler.base.finding import Finding
from compiler.model.content import Content
from compiler.rules.engine import examine, examine_rest
from compiler.settings import Gate, Settings

if TYPE_CHECKING:  # `check` compiles nothing, and does without what compiling needs
    from compiler.bundle.compiling import StringBundles

_WORTH_A_PROCESS = 500_000
"""How many characters of text take longer than forking a process for them."""


@dataclass(frozen=True, slots=True)
class Worked:
    """What was found in content, and its strings compiled where that was asked for."""

    findings: tuple[Finding, ...]
    strings: "StringBundles | None" = None


def work_on_strings(content: Content, settings: Settings, gate: Gate, *, build: bool) -> Worked:
    """Check all content, and compile its strings beside it where they are to be built."""
    sizes = _sizes(content)
    processes = min(cores(), len(sizes), 1 + sum(sizes.values()) // _WORTH_A_PROCESS)
    if processes < 2:  # noqa: PLR2004
        findings = examine(content, settings, gate)
        return Worked(findings, _compiled(content, settings, None) if build else None)
    if build:
        import compiler.bundle.compiling  # noqa: F401 - once, before there are several processes

    def work(locale: str | None) -> Worked:
        if locale is None:
            return Worked(examine_rest(content, settings, gate), {} if build else None)
        found = examine(content, settings, gate, (locale,))
        return Worked(found, _compiled(content, settings, (locale,)) if build else None)

    largest_first = sorted(sizes, key=lambda one: (-sizes[one], one))
    return _together(share_out(work, [*largest_first, None], processes))


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
    findings = tuple(finding for one in worked for finding in one.findings)
    return Worked(findings, strings if worked[0].strings is not None else None)


def _sizes(content: Content) -> dict[str, int]:
    """Return about how much each language has to check: the length of its texts.

    One without a catalogue has none, but bundles of what it falls back to.
    """
    sizes = dict.fromkeys((*content.languages.active, *content.languages.enabled), 0)
    for layer in (content.shared, *(area.overlay for area in content.areas.values())):
        for (_, locale), catalogue in layer.catalogues.items():
            length = sum(
                len(one.source) + sum(map(len, one.texts)) for one in catalogue.messages.values()
            )
            sizes[locale] = sizes.get(locale, 0) + length
    return sizes
