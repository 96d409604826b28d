"""One Markdown comment on a change: what a reviewer needs, the most important first."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from compiler.base.finding import Finding, Severity
from compiler.base.visible import visible
from compiler.query.completeness import Tally
from compiler.report.formats.located import Surroundings, by_importance
from compiler.report.markdown import code, code_block, word_difference
from compiler.report.words import count, size
from compiler.review.change import Change, Weight
from compiler.review.pdfs import PDF_PART
from compiler.review.visible import Seen

LONGEST = 65_536
"""Characters of a comment on GitHub; GitLab takes more."""
_RESERVE = 300
_CATALOGUE = ".po"
_WAIVED = "let pass until "
_MARKS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.INFO: "💡"}


@dataclass(frozen=True, slots=True)
class Review:
    """What is known of a change.

    ``completeness`` is by language before and now, ``sizes`` the bytes of the public bundles that
    differ, by area and name, 0 where there is none. ``release`` is the id that publishing would
    give, None where it is refused.
    """

    findings: Sequence[Finding]
    around: Surroundings
    changes: Sequence[Change]
    seen: Sequence[Seen]
    completeness: Mapping[str, tuple[Tally, Tally]] = field(default_factory=dict)
    sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    release: str | None = None


@dataclass(frozen=True, slots=True)
class _Section:
    """A title, what stands above the items, and the items; ``folded`` is opened by a click."""

    title: str
    items: list[str]
    head: str = ""
    folded: bool = False


def review_markdown(review: Review, longest: int = LONGEST) -> str:
    """Return the comment; what does not fit is cut from the end, and counted."""
    text = f"{_verdict(review)}\n"
    sections = [one for one in _sections(review) if one.items]
    for number, section in enumerate(sections):
        left = longest - len(text) - _RESERVE * (len(sections) - number)
        text += _written(section, left)
    return text


def _verdict(review: Review) -> str:
    errors = sum(one.severity is Severity.ERROR for one in review.findings)
    breaking = sum(one.weight is Weight.BREAKING for one in review.changes)
    if errors:
        words = f"## ❌ Refused: {count(errors, 'error')}"
    elif breaking:
        words = f"## ⚠️ Passes, and {count(breaking, 'change')} may break clients"
    else:
        words = "## ✅ Passes"
    if not review.changes and not review.seen:
        said = "Nothing changes for anyone."
    else:
        entries = len({(one.area, one.entity) for one in review.changes})
        said = f"{count(entries, 'entry', 'entries')} changed."
        said += "" if review.seen else " Visitors see no difference."
    release = f"\n\nPublishing would make release `{review.release}`." if review.release else ""
    return f"{words}\n\n{said}{release}"


def _sections(review: Review) -> Iterator[_Section]:
    waived = [one for one in review.findings if (one.hint or "").startswith(_WAIVED)]
    told = [one for one in review.findings if one not in waived]
    ordered = by_importance(told, review.around)
    entities = {one.entity for one in review.changes}
    near = [one for one in ordered if _is_near(one, review.around, entities)]
    yield _Section("Findings in what changed", [_finding(one, review.around) for one in near])
    breaking = [one for one in review.changes if one.weight is Weight.BREAKING]
    yield _Section("May break clients", [_breaking(one) for one in breaking])
    yield _Section("Waivers used", [_waived(one) for one in waived])
    yield _Section(
        "Completeness by language",
        [_row(tag, *pair) for tag, pair in review.completeness.items()],
        "| language | before | now | missing | stale | unreviewed |\n|---|---|---|---|---|---|\n",
    )
    yield _Section("What visitors will see", list(_visible(review.seen)), folded=True)
    yield _Section("What PDFs say", list(_pdfs(review.changes)), folded=True)
    others = [_finding(one, review.around) for one in ordered if one not in near]
    yield _Section("Findings elsewhere", others, folded=True)
    yield _Section(
        "Bytes by bundle",
        [
            f"| {code(name)} | {size(before)} | {size(now)} |\n"
            for name, (before, now) in review.sizes.items()
        ],
        "| bundle | before | now |\n|---|---|---|\n",
        folded=True,
    )


def _is_near(finding: Finding, around: Surroundings, entities: set[str]) -> bool:
    """Tell whether a finding is about something that the change touches.

    A catalogue has thousands of entries: of these only those that have changed, or whose line has.
    """
    place = finding.place
    lines = around.changed.get(place.path)
    if finding.entity in entities or lines is None:
        return finding.entity in entities
    is_of_one_entry = place.path.endswith(_CATALOGUE) and ":" in (finding.entity or "")
    return place.line in lines or not is_of_one_entry


def _written(section: _Section, left: int) -> str:
    """Return a section with as many items as there is room for."""
    number = "" if section.head else f" ({len(section.items):,})"
    title = f"{section.title}{number}"
    begin = f"\n### {title}\n\n"
    end = ""
    if section.folded:
        begin, end = f"\n<details><summary>{title}</summary>\n\n", "\n</details>\n"
    begin += section.head
    room = left - len(begin) - len(end)
    shown: list[str] = []
    for item in section.items:
        if len(item) > room:
            break
        room -= len(item)
        shown.append(item)
    more = len(section.items) - len(shown)
    cut = f"\n… and {more:,} more.\n" if more else ""
    return f"{begin}{''.join(shown)}{cut}{end}"


def _finding(finding: Finding, around: Surroundings) -> str:
    changed = " (on a changed line)" if around.is_changed(finding) else ""
    place = code(f"{around.path(finding)}:{finding.place.line}")
    first, _, more = (finding.hint or "").partition("\n")
    hint = f"<br>{_MEND} {code(first)}" if first else ""
    lines = code_block(more, "  ") if more else ""
    mark = _MARKS[finding.severity]
    head = f"- {mark} {place}{changed}: {code(finding.message, 400)} [{finding.rule}]{hint}"
    return f"{head}\n{lines}"


_MEND = "↳"
_ALL = "all languages"


def _breaking(change: Change) -> str:
    where = ".".join(filter(None, (change.locale, change.part)))
    part = f" {code(where)}" if where else ""
    return (
        f"- {code(change.entity)}{part} {change.what.value}: {code(change.reason or '')} "
        f"[{change.rule}]\n"
    )


def _waived(finding: Finding) -> str:
    return f"- {code(finding.message)} [{finding.rule}]: {code(finding.hint or '')}\n"


def _row(locale: str, before: Tally, now: Tally) -> str:
    was, is_ = (one.percent(one.current) for one in (before, now))
    arrow = "" if was == is_ else (" ▲" if is_ > was else " ▼")
    numbers = f"{now.missing} | {now.stale} | {now.unreviewed}"
    return f"| {visible(locale)} | {was} % | {is_} %{arrow} | {numbers} |\n"


def _visible(seen: Sequence[Seen]) -> Iterator[str]:
    """Yield what visitors see different: the same difference once, with all who see it."""
    places: dict[tuple[str, str, str, str], dict[str, dict[str, None]]] = {}
    for one in seen:
        key = (one.entity, one.part, _words(one.before), _words(one.after))
        areas = places.setdefault(key, {})
        areas.setdefault(one.area, {})[one.locale or _ALL] = None
    for (entity, part, before, after), areas in places.items():
        who = "; ".join(
            f"{code(area)}: {', '.join(map(code, tags))}" for area, tags in areas.items()
        )
        where = f" {code(part)}" if part else ""
        yield f"- {code(entity)}{where} ({who})<br>{_difference(before, after)}\n"


def _pdfs(changes: Sequence[Change]) -> Iterator[str]:
    """Yield what became of PDFs: of the whole, then each passage that differs."""
    for one in changes:
        whole, _, where = (one.part or "").partition(".")
        if whole == PDF_PART:
            name = code(f"{one.entity} in area {one.area}" if one.area else one.entity)
            before, after = _words(one.before), _words(one.after)
            if where:
                page = where.replace("pages.", "page ")
                yield f"- {name} {page}<br>{_difference(before, after)}\n"
            else:
                yield f"- {name}: {code(before)} → {code(after)}\n"


def _words(value: object) -> str:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value, ensure_ascii=False)


def _difference(before: str, after: str) -> str:
    if not before:
        return f"new: {code(after)}"
    return f"gone: {code(before)}" if not after else word_difference(before, after)
