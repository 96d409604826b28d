"""Rules about days that come: documents to look at again, and documents that end.

The day is given (`--today`), so that one version of the content is judged the same for ever; and
nothing that is compiled depends on it.
"""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from compiler.base.finding import Finding, Note
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.model.document import Document
from compiler.model.entity import Entity
from compiler.rules.check import Scope
from compiler.rules.documents import documents
from compiler.rules.richtext.links import references
from compiler.rules.richtext.passages import passages


def overdue_review(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """The day has passed on which somebody wanted to look at a document again.

    **Why** What it says may not be true any more, and nobody has looked.

    **Bad** (today is 2027-02-01)

    ```yaml
    review_by: 2027-01-31
    ```

    **Good** Look at it, and write the day of the next look.

    ```yaml
    review_by: 2028-01-31
    ```

    **Not flagged** The day itself; documents that are not active.
    """
    for one in _days(scope, "review_by"):
        if one.left < 0:
            message = f"`{one.document.label}` was to be looked at again by {one.day}"
            hint = "look at it, and write the day of the next look"
            yield rule.at(one.place, message, hint=hint, entity=one.entity)


def expired_document(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A document has come to its end, and is still published.

    **Why** Visitors read terms, fees or a licence that do not hold any more.

    **Bad** (today is 2027-02-01)

    ```yaml
    active: true
    expires: 2027-01-31
    ```

    **Good** The new version in its place, or `active: false`. Until then applications can hide it:
    its bundle says when it ends.

    **Not flagged** The day itself, which is the last on which it holds; documents that are not
    active.
    """
    for one in _days(scope, "expires"):
        if one.left < 0:
            message = f"`{one.document.label}` expired on {one.day} and is still published"
            hint = "put the new version in its place, or write `active: false`"
            yield rule.at(one.place, message, hint=hint, entity=one.entity)


def expired_reference(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A text leads to a document that has come to its end.

    **Why** Who follows the link reads what does not hold any more.

    **Bad** (today is 2027-02-01, and `documents/fees` has `expires: 2027-01-31`)

    ```yaml
    description: See [our fees](documents/fees).
    ```

    **Good** The document that holds now.

    **Not flagged** A document that is not active, of which only the words of the link are published
    (`unknown-reference`).
    """
    ended = {one.entity: one for one in _days(scope, "expires") if one.left < 0}
    for passage in scope.once(passages) if ended else ():
        layer = scope.effective[passage.piece.entity.area]
        for part, reference in references(passage):
            one = ended.get(reference.name)
            document = layer.documents.get(reference.label) if one is not None else None
            if one is not None and document is not None and document.record.active:
                message = f"`{reference.name}`, to which this leads, expired on {one.day}"
                hint = "lead to the document that holds now"
                notes = (Note("where it says so", one.place),)
                yield passage.finding(rule, part, message, hint=hint, notes=notes)


def near_date(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A document is to be looked at again, or ends, within the next days.

    **Why** A new version takes a while: there is time left to make it.

    **Bad** (today is 2027-01-15)

    ```yaml
    review_by: 2027-01-31
    ```

    **Good** Nothing needs to be done yet. Thirty days are told of, or as many as clientarea.yaml
    says:

    ```yaml
    documents: {notice_days: 60}
    ```

    **Not flagged** What has passed (`overdue-review`, `expired-document`).
    """
    notice = scope.settings.documents.notice_days
    for key, what in (("review_by", "is to be looked at again by"), ("expires", "expires on")):
        for one in _days(scope, key):
            if 0 <= one.left <= notice:
                when = {0: "today", 1: "tomorrow"}.get(one.left, f"in {one.left} days")
                message = f"`{one.document.label}` {what} {one.day}, {when}"
                yield rule.at(one.place, message, entity=one.entity)


class _Day(NamedTuple):
    """A day that a document names, and how many days are left until then."""

    document: Entity[Document]
    place: Place
    day: dt.date
    left: int

    @property
    def entity(self) -> str:
        return str(self.document.reference)


def _days(scope: Scope, key: str) -> Iterator[_Day]:
    """Yield the days under a key of documents that are shown, in whichever area."""
    today = scope.senses.today
    if today is None:
        return
    shown = {
        label
        for layer in scope.effective.values()
        for label, document in layer.documents.items()
        if document.record.active
    }
    for document in documents(scope):
        day = getattr(document.record, key) if document.label in shown else None
        if day is not None:
            yield _Day(document, document.places.value(key), day, (day - today).days)
