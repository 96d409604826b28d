"""Messages as they go out: each template in each language, compiled with its layout, rendered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.channels.email.layout import layout_faults, layout_html
from compiler.channels.worst import largest
from compiler.model.content import Layout
from compiler.model.entity import Entity
from compiler.rules.check import Scope
from compiler.rules.json_schema import checker, schema_faults
from compiler.rules.templates.parts import BODY, PREHEADER, TITLE, Part, template_parts
from compiler.rules.templates.rendered import all_samples
from compiler.templating.brand import area_brand, branded_html, branded_text
from compiler.templating.escaping import Output
from compiler.templating.fault import Fault
from compiler.templating.trials import Job

LARGEST = "the largest"
"""The name of the compiler's own sample: everything as large as the schema allows."""

LEAST = "the least"
"""The name of that with nothing in it that may be absent."""

_FILLERS = {"sms": "W", "push": "𠮷", "email": "字"}
"""What texts are filled up with: in SMS a letter of its own alphabet, in a push the longest there
is (four bytes), in an e-mail, whose limit cuts and does not refuse, one of three bytes."""


class Said(NamedTuple):
    """What one language says."""

    subject: str
    preheader: str
    description: str
    locale: str


@dataclass(frozen=True, eq=False)
class Message:
    """A template in one language, compiled: ``parts`` as written, by name; Jinja is kept."""

    parts: Mapping[str, Part]
    channel: str
    subject: str
    preheader: str
    html: str
    text: str
    layout: Layout | None

    @property
    def any_part(self) -> Part:
        """The body, or what there is of the message."""
        return self.parts.get(BODY) or next(iter(self.parts.values()))

    @property
    def effective(self) -> Entity[Any]:
        """The template as its area gets it."""
        return self.any_part.effective

    @property
    def locale(self) -> str:
        """The language."""
        return self.any_part.locale

    def finding(self, rule: Rule, place: Place, message: str, hint: str | None = None) -> Finding:
        """Return a finding about the message."""
        entity = str(self.any_part.written.reference)
        return rule.at(place, message, hint=hint, entity=entity, locale=self.locale)


@dataclass(frozen=True, eq=False)
class Rendered:
    """A message rendered with one sample; empty texts for parts that it does not have."""

    message: Message
    sample: str
    subject: str
    preheader: str
    html: str
    text: str

    @property
    def is_usual(self) -> bool:
        """Whether its author has shown it so, or it is always the same."""
        samples = self.message.effective.record.samples
        return self.sample in samples or not samples

    @property
    def given(self) -> str:
        """What it was rendered with, as the beginning of a sentence."""
        return given_words(self.message, self.sample)


def given_words(message: Message, sample: str) -> str:
    """Return what a message was rendered with, as the beginning of a sentence."""
    if sample in message.effective.record.samples:
        return f"with the sample `{sample}` "
    made = LEAST if sample == LEAST else LARGEST
    return f"with {made} values " if message.effective.record.variables else ""


def messages(scope: Scope) -> tuple[Message, ...]:
    """Return the e-mails, pushes and SMS that nothing is wrong with by their text alone."""
    grouped: dict[tuple[str | None, str, str], dict[str, Part]] = {}
    for part in scope.once(template_parts):
        key = (part.written.area, part.written.label, part.locale)
        grouped.setdefault(key, {})[part.name] = part
    found = (_message(scope, parts) for parts in grouped.values() if _is_sound(parts))
    return tuple(one for one in found if one is not None)


def mails(scope: Scope) -> Iterator[Message]:
    """Yield the messages that are e-mails."""
    return (one for one in scope.once(messages) if one.channel == "email")


def renderings(scope: Scope) -> tuple[Rendered, ...]:
    """Return every message rendered with its author's samples and the largest; faults left out."""
    made = []
    for message, name, texts in scope.once(_rendered):
        sound = [text for text in texts if not isinstance(text, Fault)]
        if len(sound) == len(texts):
            made.append(Rendered(message, name, *sound))
    return tuple(made)


def failures(scope: Scope) -> Iterator[tuple[Message, str, str, Fault]]:
    """Yield the mails that cannot be rendered with a sample, layout included, and the part."""
    for message, name, (_, _, html, text) in scope.once(_rendered):
        if isinstance(html, Fault):
            yield message, name, message.html, html
        elif isinstance(text, Fault) and message.channel == "email":
            yield message, name, message.text, text


_Texts = tuple[str | Fault, str | Fault, str | Fault, str | Fault]


def _rendered(scope: Scope) -> tuple[tuple[Message, str, _Texts], ...]:
    asked: list[tuple[Message, str]] = []
    jobs: list[Job] = []
    samples: dict[int, Mapping[str, Any]] = {}
    for message in scope.once(messages):
        template = message.effective
        if id(template) not in samples:
            samples[id(template)] = samples_of(template, message.channel)
        for name, sample in samples[id(template)].items():
            asked.append((message, name))
            jobs += _jobs(message, sample)
    done = iter(scope.senses.renderer.render(jobs) if jobs else [])
    return tuple(
        (message, name, (next(done), next(done), next(done), next(done))) for message, name in asked
    )


def samples_of(template: Entity[Any], channel: str) -> dict[str, Any]:
    """Return the author's samples that fit the schema, the least and the largest where they fit."""
    record = template.record
    if schema_faults(record.variables):
        return {}
    check = checker(record.variables)
    fitting = {name: one for name, one in record.samples.items() if not check(one)}
    least = all_samples(record.variables, record.samples).get("minimal")
    made = list(largest(record.variables, list(fitting.values()), _FILLERS[channel]))
    for number, values in enumerate(made, 1):
        most = values or {}
        if isinstance(most, Mapping) and not check(most):
            fitting[LARGEST if number == 1 else f"{LARGEST} {number}"] = most
    return fitting if least is None else {**fitting, LEAST: least}


def _is_sound(parts: Mapping[str, Part]) -> bool:
    return not any(part.reading.fault or part.issues for part in parts.values())


def _message(scope: Scope, parts: Mapping[str, Part]) -> Message | None:
    some = next(iter(parts.values()))
    record = some.effective.record
    if getattr(record, "channel", None) not in _FILLERS:
        return None
    layout = scope.content.layouts.get(record.layout or "")
    mjml = layout if record.channel == "email" else None
    if mjml is not None and (mjml.is_typst or layout_faults(mjml.path, mjml.text)):
        return None  # told by another rule, and not to be told again in other words
    whole = some.effective.locales.get(some.locale)
    subject = (whole.title if whole else None) or ""
    preheader = str(((whole.properties if whole else None) or {}).get(PREHEADER) or "")
    description = (whole.description if whole else None) or ""
    said = Said(subject, preheader, description, some.locale)
    html, text = _compiled(said, layout, record.channel)
    brand = area_brand(scope.content, some.written.area or next(iter(scope.content.areas), None))
    html, text = branded_html(html, brand), branded_text(text, brand)
    return Message(parts, record.channel, subject, preheader, html, text, layout)


def _compiled(said: Said, layout: Layout | None, channel: str) -> tuple[str, str]:
    # They import what compiles Markdown, which content without templates does not pay for.
    from compiler.channels.email.compiling import Words, compile_mail  # noqa: PLC0415
    from compiler.templating.template_body import compile_body  # noqa: PLC0415

    body = compile_body(said.description)
    if channel != "email":
        return "", body.text
    around = None if layout is None else layout_html(layout.path, layout.text).html
    mail = compile_mail(Words(said.subject, said.preheader, body, said.locale), around)
    return mail.html, mail.text


def _jobs(message: Message, values: Mapping[str, Any]) -> Iterator[Job]:
    for template, output in (
        (message.subject, Output.TEXT),
        (message.preheader, Output.TEXT),
        (message.html, Output.HTML),
        (message.text, Output.TEXT),
    ):
        yield Job(template, values, message.locale, output)


def jobs_of_body(message: Message, sample: str) -> Iterator[Job]:
    """Yield what renders the body of a mail without its layout."""
    from compiler.templating.template_body import compile_body  # noqa: PLC0415

    whole = message.effective.locales.get(message.locale)
    body = compile_body((whole.description if whole else None) or "")
    values = samples_of(message.effective, message.channel)[sample]
    yield Job(body.html, values, message.locale, Output.HTML)
    yield Job(body.text, values, message.locale, Output.TEXT)


def subject_part(message: Message) -> Part:
    """Return the subject as it is written, or what stands for it."""
    return message.parts.get(TITLE) or message.any_part
