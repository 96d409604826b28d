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

_WORTH_A_PROCESS = 5000
"""How many messages take longer than forking a process for them."""


@dataclass(frozen=True, slots=True)
class Worked:
    """What was found in content, and its strings compiled where that was asked for."""

    findings: tuple[Finding, ...]
    strings: "StringBundles | None" = None


def work_on_strings(content: Content, settings: Settings, gate: Gate, *, build: bool) -> Worked:
    """Check all content, and compile its strings beside it where they are to be built."""
    shares = _shares(content)
    if len(shares) == 1:
        findings = examine(content, settings, gate)
        return Worked(findings, _compiled(content, settings, None) if build else None)
    if build:
        import compiler.bundle.compiling  # noqa: F401 - once, before there are several processes

    def work(share: tuple[str, ...]) -> Worked:
        found = examine(content, settings, gate, share)
        if share is shares[-1]:
            found += examine_rest(content, settings, gate)
        return Worked(found, _compiled(content, settings, share) if build else None)

    return _together(share_out(work, shares))


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


def _shares(content: Content) -> list[tuple[str, ...]]:
    """Part the languages into as many shares as there are cores, about as many messages each.

    The last share is the smallest: who takes it also checks all that is not a string.
    """
    sizes: dict[str, int] = {}
    for layer in (content.shared, *(area.overlay for area in content.areas.values())):
        for (_, locale), catalogue in layer.catalogues.items():
            sizes[locale] = sizes.get(locale, 0) + len(catalogue.messages)
    number = min(cores(), len(sizes), 1 + sum(sizes.values()) // _WORTH_A_PROCESS)
    shares: list[list[str]] = [[] for _ in range(max(number, 1))]
    for locale in sorted(sizes, key=lambda one: (-sizes[one], one)):
        min(shares, key=lambda share: sum(sizes[one] for one in share)).append(locale)
    shares.sort(key=lambda share: -sum(sizes[one] for one in share))
    return [tuple(share) for share in shares]
