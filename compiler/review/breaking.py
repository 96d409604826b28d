"""What breaks applications that were built for the content before a change: a table of rules."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from compiler.base.finding import Severity
from compiler.base.rule import Rule, documented
from compiler.base.versioned_name import next_version
from compiler.messages.reading import read_message
from compiler.model.reference import Kind
from compiler.review.change import Change, Weight, What
from compiler.review.pdfs import PDF_PART
from compiler.review.replaced import replaced_pdfs
from compiler.review.signing_in import sign_on_changed
from compiler.review.versions import Versions

_ASKED_FOR = (Kind.TRANSLATIONS, Kind.TEXTS, Kind.TEMPLATES, Kind.LEVELS, Kind.STATUSES)
_TRUTH = "true or false"


def entry_removed(change: Change, _: Versions) -> str | None:
    """An entry that applications ask for by its label is removed or renamed.

    **Why** They find nothing under the label, and show the label itself or nothing.

    **Bad** `translations/portal:checkout.pay` is removed.

    **Good** It stays until no living version of an application asks for it.

    **Not flagged** Banners and documents, which come as a list; what an area says differently.
    """
    gone = change.what in (What.REMOVED, What.RENAMED) and change.part is None
    asked = _kind(change) in _ASKED_FOR and change.area is None and change.locale is None
    return "applications ask for it by its label" if gone and asked else None


def argument_added(change: Change, _: Versions) -> str | None:
    """A string has an argument that it did not have.

    **Why** Applications do not pass it: the reader sees a gap, or the label.

    **Bad** `Pay {amount}`, which was `Pay`.

    **Good** A new string with the argument, for the application that passes it.

    **Not flagged** An argument that is gone: what is passed and not used does no harm.
    """
    if _kind(change) != Kind.TRANSLATIONS or change.locale is not None or change.part != "text":
        return None
    before, now = (_arguments(text) for text in (change.before, change.after))
    new = sorted(now - before)
    return f"applications do not pass `{{{new[0]}}}`" if new else None


def property_retyped(change: Change, _: Versions) -> str | None:
    """A property, setting or variable is gone, or of another type than it was.

    **Why** Applications read a number where a text was, or nothing at all.

    **Bad** `daily_limit: "1000"`, which was `daily_limit: 1000`.

    **Good** Another property beside it.

    **Not flagged** Another value of the same type; what is said by language beside its title.
    """
    part = change.part or ""
    if not part.startswith("properties.") and _kind(change) != Kind.CONFIGURATIONS:
        return None
    if change.what is What.REMOVED and change.area is None:
        return f"`{part}` is gone"
    if change.what is not What.CHANGED:
        return None
    was, now = _type(change.before), _type(change.after)
    return f"`{part}` was {was} and is {now}" if was != now else None


def text_became_rich(change: Change, _: Versions) -> str | None:
    """A plain string has tags that it did not have.

    **Why** Applications show it as it is: the reader sees the tags.

    **Bad** `Read the <b>terms</b>`, which was `Read the terms`.

    **Good** A new string, for the application that shows it as rich text.

    **Not flagged** A string that had tags before.
    """
    if _kind(change) != Kind.TRANSLATIONS or change.part != "text" or change.locale is not None:
        return None
    before, now = (_tags(text) for text in (change.before, change.after))
    return "applications show it as plain text" if now and not before else None


def locale_dropped(change: Change, versions: Versions) -> str | None:
    """A language that visitors could choose is gone: of all content, or of an entry.

    **Why** Who has chosen it reads another one.

    **Bad** `enabled: [en]`, which was `[en, es]`; a text without its `es`.

    **Good** It stays.

    **Not flagged** Languages that were not enabled.
    """
    enabled = versions.before.languages.enabled
    if change.entity == f"{Kind.CONFIGURATIONS}/languages" and change.part == "enabled":
        gone = [tag for tag in enabled if tag not in (change.after or [])]
        named = ", ".join(f"`{tag}`" for tag in gone)
        return f"visitors could choose {named}" if gone else None
    dropped = change.what is What.REMOVED and change.part is None and change.locale in enabled
    return f"visitors who read `{change.locale}` get another language" if dropped else None


def slot_dropped(change: Change, _: Versions) -> str | None:
    """A slot of a banner has no image any more, or a banner is active no more.

    **Why** Screens of that width show nothing.

    **Bad** `banners/summer/es/wide.png` is removed.

    **Good** Another image in its place.

    **Not flagged** Another image.
    """
    slot = (change.part or "").startswith("images.") and change.what is What.REMOVED
    return "screens of that width show nothing" if slot else None


def area_gone(change: Change, _: Versions) -> str | None:
    """An area is gone, or has another address.

    **Why** Its application asks for its pointer and finds none.

    **Bad** `content/areas/shop/` is removed.

    **Good** It stays as long as anybody uses it.

    **Not flagged** A new area.
    """
    if _kind(change) != Kind.AREAS:
        return None
    return "its application finds no content" if _is_gone(change) else None


def pdf_replaced(change: Change, versions: Versions) -> str | None:
    """A PDF is another one, under the file name of the one that is live.

    **Why** A file name stands for one document for ever: who has saved the one that is live, or
    was sent it, cannot tell the two apart.

    **Bad** Another PDF as `License-Agreement-2025-v1.pdf`.

    **Good** `License-Agreement-2025-v2.pdf`, which the document names.

    **Not flagged** A PDF of a document that was not active.
    """
    if change.part != PDF_PART or _kind(change) != Kind.DOCUMENTS:
        return None
    for one in replaced_pdfs(versions):
        if (str(one.document.reference), one.area) == (change.entity, change.area):
            better = next_version(one.name)
            return f"another PDF had the name `{one.name}`; raise the version: `{better}`"
    return None


def _kind(change: Change) -> str:
    return change.entity.partition("/")[0]


def _is_gone(change: Change) -> bool:
    return change.what is What.REMOVED and change.part is None


def _arguments(text: Any) -> frozenset[str]:  # noqa: ANN401 - what a change has
    return frozenset(read_message(text).shape.arguments) if isinstance(text, str) else frozenset()


def _tags(text: Any) -> bool:  # noqa: ANN401 - what a change has
    return isinstance(text, str) and bool(read_message(text).shape.tags)


def _type(value: Any) -> str:  # noqa: ANN401 - any JSON value
    if isinstance(value, bool):
        return _TRUTH
    names = {
        str: "a text",
        int: "a number",
        float: "a number",
        list: "a list",
        type(None): "nothing",
    }
    return names.get(type(value), "a mapping" if isinstance(value, Mapping) else "another value")


@dataclass(frozen=True, slots=True)
class Breaking:
    """A rule by which a change breaks applications, with the function that says why it does."""

    rule: Rule
    why: Callable[[Change, Versions], str | None]


def _rule(rule_id: str, why: Callable[[Change, Versions], str | None]) -> Breaking:
    return Breaking(documented(rule_id, Severity.INFO, why), why)


TABLE = (
    _rule("breaking-entry-removed", entry_removed),
    _rule("breaking-argument-added", argument_added),
    _rule("breaking-property-retyped", property_retyped),
    _rule("breaking-text-became-rich", text_became_rich),
    _rule("breaking-locale-dropped", locale_dropped),
    _rule("breaking-slot-dropped", slot_dropped),
    _rule("breaking-area-gone", area_gone),
    _rule("breaking-sign-on-changed", sign_on_changed),
    _rule("breaking-pdf-replaced", pdf_replaced),
)
RULES = tuple(one.rule for one in TABLE)
RULE_IDS = frozenset(rule.id for rule in RULES)

_UNSEEN = frozenset({"state", "locked", "review_by", "samples"})
"""Parts of entries that no application reads."""


def weighed(change: Change, versions: Versions) -> Change:
    """Return a change with what it means for applications, and why."""
    for one in TABLE:
        reason = one.why(change, versions)
        if reason is not None:
            return replace(change, weight=Weight.BREAKING, rule=one.rule.id, reason=reason)
    unseen = (change.part or "").partition(".")[0] in _UNSEEN or _kind(change) == Kind.OWNERS
    return replace(change, weight=Weight.NONE if unseen else Weight.COMPATIBLE)


def weighed_changes(changes: Iterator[Change], versions: Versions) -> Iterator[Change]:
    """Weigh every change."""
    return (weighed(one, versions) for one in changes)
