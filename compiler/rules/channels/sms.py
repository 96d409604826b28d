"""Rules about SMS: segments, and what forces the alphabet of fewer characters a segment."""

from collections.abc import Iterator
from typing import NamedTuple

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.channels.sms import (
    MOST_SEGMENTS,
    Alphabet,
    Sms,
    measured_sms,
    plainly,
    replaceable,
    too_many,
)
from compiler.rules.channels.messages import Message, Rendered
from compiler.rules.channels.push import by_message
from compiler.rules.check import Scope
from compiler.rules.wording import listed
from compiler.templating.jinja_tokens import protect

_WORTH_IT = 4
"""A segment is worth to be saved if no more than one of so many characters has to go for it."""


class _Split(NamedTuple):
    message: Message
    worst: Rendered
    sent: Sms
    spare: int


def oversized_sms(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """An SMS takes more than the ten segments that gateways send.

    **Why** It is refused, or cut off, and each of its segments is paid for.

    **Bad**

    ```yaml
    variables: {type: object, properties: {note: {type: string, maxLength: 5000}}, required: [note]}
    locales: {en: {description: "{{ note }}"}}
    ```

    **Good**

    ```yaml
    variables: {type: object, properties: {note: {type: string, maxLength: 100}}, required: [note]}
    ```

    A segment holds 160 characters of GSM-7 (153 where there are several), or 70 (67) of UCS-2.
    Rendered are the samples, and the largest values that `variables` allow.

    **Not flagged** Texts that may be of any length (`unbounded-variable`).
    """
    for message, worst in _worst(scope):
        sent = measured_sms(worst.text)
        if sent.segments > MOST_SEGMENTS:
            yield message.finding(
                rule,
                message.any_part.begin,
                f"{worst.given}this takes {sent.segments} segments of"
                f" {sent.alphabet}; gateways send {MOST_SEGMENTS}",
                "shorten the text, or bound its variables by `maxLength`",
            )


def split_sms(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """An SMS takes one segment more than it would with a few characters less.

    **Why** Each segment is paid for. One character that GSM-7 does not have makes UCS-2 of all the
    message, and leaves 70 characters a segment in place of 160.

    **Bad**

    ```yaml
    description: "Your code is {{ code }} — valid for {{ minutes }} minutes; we never ask for it."
    ```

    **Good**

    ```yaml
    description: "Your code is {{ code }}, valid for {{ minutes }} min."
    ```

    It is told once for each template, with the languages that it is so in, where no more than a
    quarter of the message has to go.

    **Not flagged** Messages of one segment, with every sample; those that are far longer.
    """
    split: dict[int, list[_Split]] = {}
    for message, worst in _worst(scope):
        sent = measured_sms(worst.text)
        spare = too_many(sent) if 1 < sent.segments <= MOST_SEGMENTS else 0
        if 0 < spare * _WORTH_IT <= sent.units:
            split.setdefault(id(message.effective), []).append(_Split(message, worst, sent, spare))
    for several in split.values():
        first, *others = sorted(several, key=lambda one: one.spare)
        forced = f", because of `{first.sent.forcing[0]}`" if first.sent.forcing else ""
        languages = sorted(one.message.locale for one in others)
        also = f"; so it does in {listed(languages)}" if languages else ""
        yield first.message.finding(
            rule,
            first.message.any_part.begin,
            f"{first.worst.given}this takes {first.sent.segments} segments of"
            f" {first.sent.alphabet}{forced} ({first.sent.units} characters){also}",
            f"with {first.spare} character{'s' if first.spare > 1 else ''} fewer"
            f" it takes {first.sent.segments - 1}",
        )


def needless_unicode(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A typographic sign alone makes UCS-2 of an SMS that GSM-7 could say.

    **Why** The message then has 70 characters a segment in place of 160, and costs twice as much.

    **Bad**

    ```yaml
    description: "It’s your code: {{ code }}"
    ```

    **Good**

    ```yaml
    description: "It's your code: {{ code }}"
    ```

    **Not flagged** Texts with letters that GSM-7 does not have: those belong to the language.
    """
    for message, several in by_message(scope, "sms"):
        part = message.any_part
        own = protect(part.text).markdown
        if measured_sms(own).alphabet is Alphabet.GSM_7 or _needs_unicode(own):
            continue
        worst = max(several, key=lambda one: measured_sms(one.text).segments)
        now = measured_sms(worst.text).segments
        then = measured_sms(plainly(worst.text)).segments
        for offset, sign, instead in replaceable(part.text):
            saved = f": {now} segments in place of {then}" if now > then else ""
            yield message.finding(
                rule,
                part.place(scope, offset),
                f"`{sign}` makes UCS-2 of this SMS{saved}",
                f"write `{instead}`" if instead.strip() else "write a plain space",
            )


def _needs_unicode(text: str) -> bool:
    return measured_sms(plainly(text)).alphabet is Alphabet.UCS_2


def _worst(scope: Scope) -> Iterator[tuple[Message, Rendered]]:
    for message, several in by_message(scope, "sms"):
        yield message, max(several, key=_cost)


def _cost(one: Rendered) -> tuple[int, int]:
    sent = measured_sms(one.text)
    return sent.segments, sent.units
