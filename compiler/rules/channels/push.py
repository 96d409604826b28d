"""Rules about push notifications: what the services take, what a phone shows."""

from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.channels.push import MOST_BYTES, SHOWN_BODY, SHOWN_TITLE, columns, measured_push
from compiler.rules.channels.messages import Message, Rendered, renderings, subject_part
from compiler.rules.check import Scope


def pushes(scope: Scope) -> Iterator[tuple[Message, list[Rendered]]]:
    """Yield each push in each language with its renderings."""
    yield from by_message(scope, "push")


def by_message(scope: Scope, channel: str) -> Iterator[tuple[Message, list[Rendered]]]:
    """Yield the messages of a channel with their renderings."""
    grouped: dict[int, list[Rendered]] = {}
    for one in scope.once(renderings):
        if one.message.channel == channel:
            grouped.setdefault(id(one.message), []).append(one)
    for several in grouped.values():
        yield several[0].message, several


def oversized_push(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A push notification comes to more than the 4,096 bytes that APNs and FCM take.

    **Why** The service refuses it, and nobody gets the message.

    **Bad**

    ```yaml
    variables: {type: object, properties: {note: {type: string, maxLength: 5000}}, required: [note]}
    locales: {en: {title: A note, description: "{{ note }}"}}
    ```

    **Good**

    ```yaml
    variables: {type: object, properties: {note: {type: string, maxLength: 200}}, required: [note]}
    ```

    Counted is the JSON that carries the texts, compact and in UTF-8:
    `{"aps":{"alert":{"title":…,"body":…}}}` for APNs, `{"notification":{"title":…,"body":…}}` for
    FCM. What your sender adds comes on top. Rendered are the samples, and the largest values that
    `variables` allow.

    **Not flagged** Texts that may be of any length (`unbounded-variable`).
    """
    for message, several in pushes(scope):
        size, one = max(
            ((measured_push(one.subject, one.text).largest, one) for one in several),
            key=lambda pair: pair[0][1],
        )
        service, number = size
        if number > MOST_BYTES:
            yield message.finding(
                rule,
                message.any_part.begin,
                f"{one.given}this comes to {number:,} bytes for {service};"
                f" {MOST_BYTES:,} are taken",
                "shorten the text, or bound its variables by `maxLength`",
            )


def cut_push(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """The title or body of a push notification is longer than what a phone shows of it.

    **Why** What matters may stand in the part that is cut off.

    **Bad**

    ```yaml
    title: "Important: your payment of {{ amount }} could not be made for a reason that we explain"
    ```

    **Good**

    ```yaml
    title: "Payment of {{ amount }} failed"
    ```

    Shown are about 50 characters of a title and 150 of a body, on a locked phone of the usual size;
    wide characters of East Asia count twice.

    **Not flagged** What is that long only with the largest values that `variables` allow.
    """
    for message, several in pushes(scope):
        authored = [one for one in several if one.is_usual]
        for name, most in (("title", SHOWN_TITLE), ("body", SHOWN_BODY)):
            texts = [(one.subject if name == "title" else one.text, one.given) for one in authored]
            text, given = max(texts, key=lambda pair: columns(pair[0]), default=("", ""))
            if columns(text) > most:
                part = subject_part(message) if name == "title" else message.any_part
                yield message.finding(
                    rule,
                    part.begin,
                    f"{given}this {name} is {columns(text)} characters wide;"
                    f" a phone shows about {most}",
                    "say what matters first, in fewer words",
                )
