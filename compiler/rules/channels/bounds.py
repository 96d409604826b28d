"""The rule about variables of any length, in messages that must not be of any length."""

from collections.abc import Iterator, Mapping
from typing import Any

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.channels.push import MOST_BYTES, measured_push
from compiler.channels.sms import MOST_SEGMENTS, measured_sms
from compiler.channels.worst import ITEM, Steps, stretched, unbounded, value_at
from compiler.rules.channels.messages import LARGEST, Message, messages, samples_of
from compiler.rules.check import Scope
from compiler.templating.escaping import Output
from compiler.templating.fault import Fault
from compiler.templating.trials import Job

_LENGTH = 10_000


def unbounded_variable(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A text or list of any length may come into a push notification or an SMS.

    **Why** Somebody's name of 5,000 characters, and the service refuses the message.

    **Bad**

    ```yaml
    channel: push
    variables: {type: object, properties: {device: {type: string}}, required: [device]}
    ```

    **Good**

    ```yaml
    channel: push
    variables:
      type: object
      properties: {device: {type: string, maxLength: 60}}
      required: [device]
    ```

    **Not flagged** Variables with `enum`, `const`, `pattern` or `format`; those that are not
    printed, or only in part; e-mails.
    """
    tried = [
        (message, steps, values)
        for message in _one_language_each(scope)
        for steps, values in _stretched(message)
    ]
    jobs = [job for message, _, values in tried for job in _jobs(message, values)]
    done = scope.senses.renderer.render(jobs) if jobs else []
    for index, (message, steps, values) in enumerate(tried):
        subject, text = done[2 * index], done[2 * index + 1]
        if isinstance(subject, Fault) or isinstance(text, Fault):
            continue
        said, known = _broken(message.channel, subject, text), value_at(values, steps)
        if said and isinstance(known, str | list):
            name = ".".join(step for step in steps if step != ITEM)
            size = f"{len(known):,} {'items' if isinstance(known, list) else 'characters'}"
            yield rule.at(
                message.effective.places.key("variables", *_route(steps)),
                f"`{name}` may be of any length: with {size} {said}",
                hint="add `maxItems`" if isinstance(known, list) else "add `maxLength`",
                entity=str(message.effective.reference),
            )


def _one_language_each(scope: Scope) -> Iterator[Message]:
    """Yield each template once: of its languages the first that is there."""
    seen = set()
    for message in scope.once(messages):
        if message.channel in {"push", "sms"} and id(message.effective) not in seen:
            seen.add(id(message.effective))
            yield message


def _stretched(message: Message) -> Iterator[tuple[Steps, Mapping[str, Any]]]:
    samples = samples_of(message.effective, message.channel)
    values = samples.get(LARGEST) or next(iter(samples.values()), None)
    if values is not None:
        for steps in unbounded(message.effective.record.variables):
            yield steps, stretched(values, steps, "W" * _LENGTH)


def _jobs(message: Message, values: Mapping[str, Any]) -> Iterator[Job]:
    for template in (message.subject, message.text):
        yield Job(template, values, message.locale, Output.TEXT)


def _broken(channel: str, subject: str, text: str) -> str | None:
    if channel == "push":
        number = measured_push(subject, text).largest[1]
        words = f"the push comes to {number:,} bytes; {MOST_BYTES:,} are taken"
        return words if number > MOST_BYTES else None
    segments = measured_sms(text).segments
    words = f"the SMS takes {segments} segments; {MOST_SEGMENTS} are sent"
    return words if segments > MOST_SEGMENTS else None


def _route(steps: Steps) -> tuple[str, ...]:
    return tuple(
        part for step in steps for part in (("items",) if step == ITEM else ("properties", step))
    )
