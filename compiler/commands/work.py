"""What is ordered of the work on content, and what that comes to, or a share of it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from compiler.base.finding import Finding
from compiler.base.gate import Gate
from compiler.images.direct import DirectWork
from compiler.images.work import ImageWork
from compiler.ports.pdf_facts import PdfFacts
from compiler.rules.silence import Flag
from compiler.settings import Settings
from compiler.templating.trials import Renderer

if TYPE_CHECKING:  # `check` compiles nothing, and does without what compiling needs
    from compiler.bundle.compiling import StringBundles
    from compiler.richtext.markdown import RichText


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted: by which settings, gate and day, and whether strings are compiled, too.

    ``keep`` is the project in whose build folder the work on large catalogues is kept, and looked
    for; None where everything is to be made anew. ``images`` works on images, ``renderer`` renders
    templates, None where nothing is known of them beforehand.
    """

    settings: Settings
    gate: Gate
    today: dt.date
    build: bool
    keep: Path | None = None
    images: ImageWork = field(default_factory=DirectWork)
    renderer: Renderer | None = None


@dataclass(frozen=True, slots=True)
class Worked:
    """What was found in content, and its strings compiled where that was asked for.

    ``pdfs`` are what PDFs are, by SHA-256: they are shown by what was seen in them. ``texts`` is
    what Markdown was compiled to, by itself.
    """

    findings: tuple[Finding, ...] = ()
    flags: tuple[Flag, ...] = ()
    strings: "StringBundles | None" = None
    pdfs: Mapping[str, PdfFacts] = field(default_factory=dict)
    texts: Mapping[str, "RichText"] = field(default_factory=dict)


def together(worked: Sequence[Worked]) -> Worked:
    """Return shares of the work as one; there are strings if any share has some."""
    strings: StringBundles = {}
    for one in worked:
        for area, bundles in (one.strings or {}).items():
            strings[area] = {**strings.get(area, {}), **bundles}
    return Worked(
        tuple(finding for one in worked for finding in one.findings),
        tuple(flag for one in worked for flag in one.flags),
        None if all(one.strings is None for one in worked) else strings,
        {name: facts for one in worked for name, facts in one.pdfs.items()},
        {markdown: rich for one in worked for markdown, rich in one.texts.items()},
    )
