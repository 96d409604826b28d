"""What a translation came to, or would take: for people and for programs."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from compiler.base.visible import visible
from compiler.ports.translator import Usage
from compiler.report.console import Console
from compiler.report.words import count, listed
from compiler.settings import Integration
from compiler.translate.estimate import LanguageEstimate
from compiler.translate.outcome import Origin, Outcome
from compiler.translate.task import Skipped

_MILLION = 1_000_000
_SHOWN = 3
"""How many entries of the same reason are named; where nobody answers, all have one."""


class Spent(Protocol):
    """What asking has cost, and why it could not go on."""

    requests: int
    usage: Usage
    failure: str


@dataclass(frozen=True, slots=True)
class Result:
    """What became of each entry, what could not be tried, what was spent, and by whom."""

    outcomes: Mapping[str, Outcome]
    skipped: Sequence[Skipped]
    spent: Spent
    who: tuple[str, Integration]
    dry_run: bool

    @property
    def left(self) -> list[Outcome]:
        """The entries that have no translation."""
        return [one for one in self.outcomes.values() if one.made is None]

    @property
    def complete(self) -> bool:
        """Whether everything that was asked for is there."""
        return not self.left and not self.skipped


def result_text(console: Console, result: Result, files: int) -> str:
    """Return the result for people: by language, then each entry that is left."""
    return "\n".join(_lines(console, result, files))


def _lines(console: Console, result: Result, files: int) -> Iterator[str]:
    yield from _left(console, result)
    for one in result.outcomes.values():
        for remark in one.remarks:
            yield f"note: {one.task.reference} in `{one.task.locale}`: {visible(remark)}"
    done = [one for one in result.outcomes.values() if one.made is not None]
    for locale in dict.fromkeys(one.task.locale for one in result.outcomes.values()):
        mine = [one for one in done if one.task.locale == locale]
        known = sum(one.origin is Origin.MEMORY for one in mine)
        memory = f", {known:,} of them from the memory" if known else ""
        word = "would be translated" if result.dry_run else "translated"
        yield f"{locale}: {count(len(mine), 'entry', 'entries')} {word}{memory}"
    if not result.outcomes and not result.skipped:
        yield "Nothing is missing, stale or a clone."
        return
    if result.spent.requests:
        yield _spent(result)
    if result.spent.failure:
        failure = visible(result.spent.failure).rstrip(".")
        yield f"{result.who[0]} {failure}; run the same command to go on."
    changed = f"{count(files, 'file')} {'would change' if result.dry_run else 'changed'}"
    yield f"{changed}." if files else "No file changed."
    if files and not result.dry_run:
        locales = ",".join(dict.fromkeys(one.task.locale for one in done))
        review = f"clientarea review --locale {locales}"
        yield f"What was translated is marked to be reviewed: `{review}`"


def _left(console: Console, result: Result) -> Iterator[str]:
    """Yield a line for each entry that is left, and one for all beyond a few of the same reason."""
    rows = [
        (one.task.place, one.task.reference, one.task.locale, one.reason) for one in result.left
    ]
    rows += [(one.place, one.reference, one.locale, one.reason) for one in result.skipped]
    seen: Counter[tuple[str, str]] = Counter()
    for place, reference, locale, reason in rows:
        seen[locale, reason] += 1
        if seen[locale, reason] <= _SHOWN:
            where = console.style("strong", f"{visible(place.path)}:{place.line}:")
            left = f"{visible(reference)} is left as it is in `{locale}`"
            yield f"{where} {left}: {visible(reason)}"
    for (locale, reason), number in seen.items():
        if number > _SHOWN:
            more = count(number - _SHOWN, "more entry is left", "more entries are left")
            yield f"{more} in `{locale}`: {visible(reason)}; `--format json` names them"


def _spent(result: Result) -> str:
    usage = result.spent.usage
    asked = sum(one.asked > 0 for one in result.outcomes.values())
    each = f", {usage.sent // asked:,} sent an entry" if asked and usage.sent else ""
    requests = count(result.spent.requests, "request")
    about = "about " if usage.estimated else ""
    return f"{requests}; {about}{tokens_words(usage)}{each}{_cost_words(usage, result.who[1])}"


def tokens_words(usage: Usage) -> str:
    """Return ``12,345 tokens sent, 2,345 received``."""
    return f"{count(usage.sent, 'token')} sent, {usage.received:,} received"


def cost_of(usage: Usage, integration: Integration) -> float | None:
    """Return what tokens cost, None where clientarea.yaml has no price."""
    price = integration.price
    if price is None:
        return None
    return (usage.sent * price.input + usage.received * price.output) / _MILLION


def _cost_words(usage: Usage, integration: Integration) -> str:
    cost = cost_of(usage, integration)
    if cost is None or integration.price is None:
        return ""
    return f"; {cost:,.4f} {integration.price.currency}"


def result_data(result: Result) -> dict[str, Any]:
    """Return the result for programs."""
    return {
        "result": "complete" if result.complete else "incomplete",
        "dry_run": result.dry_run,
        "failure": result.spent.failure or None,
        "entries": [
            *(_entry(one) for one in result.outcomes.values()),
            *(
                _state(one.reference, one.locale, "skipped", reason=one.reason)
                for one in result.skipped
            ),
        ],
        "requests": result.spent.requests,
        "tokens": {**_tokens(result.spent.usage), "estimated": result.spent.usage.estimated},
        "cost": cost_of(result.spent.usage, result.who[1]),
    }


def _entry(outcome: Outcome) -> dict[str, Any]:
    state = "left" if outcome.made is None else "translated"
    return _state(
        outcome.task.reference,
        outcome.task.locale,
        state,
        reason=outcome.reason,
        origin=None if outcome.made is None else outcome.origin.value,
        remarks=list(outcome.remarks),
        asked=outcome.asked,
    )


def _state(  # noqa: PLR0913 - the keys of a row
    entity: str,
    locale: str,
    state: str,
    *,
    reason: str,
    origin: str | None = None,
    remarks: Sequence[str] = (),
    asked: int = 0,
) -> dict[str, Any]:
    return {
        "entity": entity,
        "locale": locale,
        "state": state,
        "origin": origin,
        "asked": asked,
        "reason": reason or None,
        "remarks": list(remarks),
    }


def estimate_text(found: Mapping[str, LanguageEstimate], integration: Integration) -> str:
    """Return for people what a translation would take."""
    if not found:
        return "Nothing is missing, stale or a clone."
    lines = []
    total = Usage()
    for locale, one in found.items():
        states = listed([f"{number:,} {state.value}" for state, number in one.standings.items()])
        entries = count(one.entries, "entry", "entries")
        parts = [f"{locale}: {entries} ({states})"]
        if one.known:
            parts.append(f"{one.known:,} in the memory")
        if one.requests:
            parts.append(f"{count(one.requests, 'request')}, about {tokens_words(one.usage)}")
        lines.append("; ".join(parts))
        total = total.plus(one.usage)
    if total.sent:
        lines.append(f"About {tokens_words(total)}{_cost_words(total, integration)}")
    return "\n".join(lines)


def estimate_data(
    found: Mapping[str, LanguageEstimate], integration: Integration
) -> dict[str, Any]:
    """Return for programs what a translation would take."""
    total = Usage()
    for one in found.values():
        total = total.plus(one.usage)
    return {
        "locales": {
            locale: {
                "entries": one.entries,
                **{state.value: number for state, number in one.standings.items()},
                "memory": one.known,
                "requests": one.requests,
                "tokens": _tokens(one.usage),
            }
            for locale, one in found.items()
        },
        "tokens": _tokens(total),
        "cost": cost_of(total, integration),
    }


def _tokens(usage: Usage) -> dict[str, int]:
    return {"sent": usage.sent, "received": usage.received}
