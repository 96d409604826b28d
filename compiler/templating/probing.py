"""Renders a subject or body with samples, and looks at what comes of it: does it fail, or leak?

Pure, but with neither an end nor a bound of its own.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from compiler.templating.escaping import Output
from compiler.templating.fault import Fault, FaultKind
from compiler.templating.jinja_tokens import constructs
from compiler.templating.rendering import render
from compiler.templating.samples import EMPTY, FULL, MADE, MARKUP, PROBE
from compiler.templating.trials import Trial, Trouble, TroubleKind

_SIGNS = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|\{\$|\$\{")
_WORDS = re.compile(r"\b(?:undefined|None|NaN|null)\b|\[object Object\]")
_BEGINS = ("undefined", "None", "NaN", "null", "[object")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_TORN = (
    "a statement lost its beginning or its end when this Markdown was compiled: put each on a line"
    " of its own"
)
_BEHIND_A_NAME = ",!:\u060c\uff0c\uff01\uff1a"
_GREETING = re.compile(rf"(?:^|\s)[{_BEHIND_A_NAME}]")
_GREETED = re.compile(rf"\{{\{{[^{{}}]*\}}\}}(?=\s*[{_BEHIND_A_NAME}])")


def probed(trial: Trial) -> tuple[Trouble, ...]:
    """Return what is wrong with what a trial comes to; each thing once, whatever the samples."""
    found: dict[tuple[str, str, int], Trouble] = {}
    for output, template in trial.templates.items():
        for trouble in _troubles(trial, output, template):
            found.setdefault((trouble.message, trouble.piece, trouble.skip), trouble)
    return tuple(found.values())


def _troubles(trial: Trial, output: Output, template: str) -> Iterator[Trouble]:
    first_lines = {}
    for name, values in trial.samples().items():
        text = render(template, values, trial.locale, output)
        if isinstance(text, Fault):
            # What a schema leaves open is not in samples that are made from it.
            if text.kind is not FaultKind.ABSENT or name not in MADE:
                yield _failure(template, text, name)
            if text.kind is FaultKind.LIMIT:
                return
            continue
        yield from _leaks(trial, output, text, _Sample(name, values))
        first_lines[name] = text.strip().partition("\n")[0]
    if output is Output.TEXT and EMPTY in first_lines and FULL in first_lines:
        yield from _greeting(trial, first_lines[FULL], first_lines[EMPTY])


def _failure(template: str, fault: Fault, sample: str) -> Trouble:
    piece, skip = "", 0
    for begin, end in constructs(template):
        if begin <= fault.offset < end:
            piece = template[begin:end]
            skip = template.count(piece, 0, begin)
    lasting = fault.kind is not FaultKind.LIMIT
    # Its source could be read: what could not is what Markdown has made of it.
    words = _TORN if fault.kind is FaultKind.SYNTAX else fault.message
    return Trouble(TroubleKind.FAILED, words, sample, piece, skip, lasting)


class _Sample(NamedTuple):
    name: str
    values: Mapping[str, Any]


def _leaks(trial: Trial, output: Output, text: str, given: _Sample) -> Iterator[Trouble]:
    sample = given.name
    if not text.strip():
        yield Trouble(TroubleKind.LEAKED, "nothing at all comes of it", sample)
    # Long texts are rendered by the thousand: looking for a brace first is a tenth of the work.
    for found in _SIGNS.finditer(text) if "{" in text or "}" in text else ():
        if found[0] not in "\n".join(_texts(given.values)):
            piece, skip = _loose(trial.source, found[0])
            if not piece and found[0] in _written_out(trial.source):
                continue
            words = f"`{found[0]}` of a placeholder is left in the message"
            yield Trouble(TroubleKind.LEAKED, words, sample, piece, skip)
    for found in _WORDS.finditer(text) if any(one in text for one in _BEGINS) else ():
        if found[0] not in trial.source:
            words = f"the message says `{found[0]}`"
            yield Trouble(TroubleKind.LEAKED, words, sample)
    if output is Output.HTML and sample == MARKUP and PROBE in text:
        words = "markup in a value becomes markup of the message"
        yield Trouble(TroubleKind.LEAKED, words, sample)


def _loose(source: str, sign: str) -> tuple[str, int]:
    """Return a sign as it is written outside of placeholders, and how often inside before."""
    inside = [range(*span) for span in constructs(source)]
    escaped = ("".join(f"\\{one}" for one in sign), "".join(f"&#{ord(one)};" for one in sign))
    for written in (sign, *escaped):
        for skip, found in enumerate(re.finditer(re.escape(written), source)):
            if not any(found.start() in span for span in inside):
                return written, skip
    return "", 0


def _written_out(source: str) -> str:
    """Return the texts in quotes that a template prints."""
    return "\n".join(
        quoted[0]
        for begin, end in constructs(source)
        if source.startswith("{{", begin)
        for quoted in _QUOTED.finditer(source, begin, end)
    )


def _greeting(trial: Trial, full: str, empty: str) -> Iterator[Trouble]:
    if len(_GREETING.findall(empty)) > len(_GREETING.findall(full)):
        first = trial.source.strip().partition("\n")[0]
        found = _GREETED.search(first)
        shown = empty if len(empty) <= 40 else f"{empty[:39]}…"  # noqa: PLR2004 - fits on a line
        words = f"where a text is empty, the greeting is `{shown.strip()}`"
        yield Trouble(TroubleKind.GREETING, words, EMPTY, found[0] if found else "")


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON value
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list | tuple):
        for item in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(item)
