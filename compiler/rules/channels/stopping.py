"""Rules about messages that advertise: a mail has a link by which readers can stop such mails."""

import re
from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.channels.email.html_text import html_words, rendered_words
from compiler.channels.email.jinja import tokens_for
from compiler.rules.channels.messages import Message, given_words, mails, samples_of
from compiler.rules.check import Scope
from compiler.rules.templates.parts import templates
from compiler.templating.escaping import Output
from compiler.templating.trials import Job

_STOPS = re.compile(
    r"unsubscri|opt[-_.]?out|list[-_.]?manage|(?:mail|email)[-_.]?pref", re.IGNORECASE
)
_ADDRESS = re.compile(r'href="([^"]*)"')
_MARK = "https://stop.invalid/"
"""What stands for the address of such a link while a mail is rendered."""

_HINT = "add a link such as `[Unsubscribe]({{ unsubscribe_url }})`"


def missing_unsubscribe(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A mail that advertises has no link by which a reader can stop such mails.

    **Why** The law asks for it in most countries, Gmail and Yahoo of every sender of many mails.

    **Bad**

    ```yaml
    channel: email
    marketing: true
    locales: {en: {title: Offers, description: "New offers!"}}
    ```

    **Good**

    ```yaml
    description: New offers! <a href="{{ unsubscribe_url }}">Unsubscribe</a>
    ```

    A link counts by its address or variable: `unsubscribe`, `opt-out`, `email_preferences`. It may
    stand in the layout. It has words, and it is there with every sample, and with the least values
    that `variables` allow.

    **Not flagged** Mails without `marketing: true`.
    """
    for message in mails(scope):
        if message.effective.record.marketing:
            links = html_words(message.html).links
            if not any(words and _STOPS.search(address) for address, words in links):
                yield _lacking(rule, message, "", _HINT)
            elif "{%" in message.html:
                yield from _left_out(scope, rule, message)


def needless_marketing(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A push, an SMS or an agreement says that it advertises, which counts for e-mails alone.

    **Why** It looks as if somebody saw to it that a reader can stop such messages. Nobody does: a
    push is stopped in the settings of the phone, an SMS by an answer such as STOP, which whoever
    sends it has to offer and to honour.

    **Bad**

    ```yaml
    channel: sms
    marketing: true
    ```

    **Good**

    ```yaml
    channel: sms
    ```

    **Not flagged** `marketing: false`.
    """
    for template in templates(scope):
        if template.record.marketing and template.record.channel != "email":
            yield rule.at(
                template.places.value("marketing"),
                f"`marketing` counts for e-mails alone; of the channel `{template.record.channel}`"
                " nothing is checked by it",
                hint="leave it out, and say in the text how to stop such messages",
                entity=str(template.reference),
            )


def _left_out(scope: Scope, rule: Rule, message: Message) -> Iterator[Finding]:
    """Yield that a mail has the link with some values alone, once."""
    html, samples = _marked(message.html), samples_of(message.effective, message.channel)
    jobs = [Job(html, values, message.locale, Output.HTML) for values in samples.values()]
    done = scope.senses.renderer.render(jobs) if jobs else []
    for name, made in zip(samples, done, strict=True):
        if isinstance(made, str) and not any(
            words and address == _MARK for address, words in rendered_words(made).links
        ):
            hint = "require what its `{% if … %}` asks about, or take that away"
            yield _lacking(rule, message, given_words(message, name), hint)
            return


def _marked(html: str) -> str:
    tokens = tokens_for(html)

    def marked(one: re.Match[str]) -> str:
        return f'href="{_MARK}"' if _STOPS.search(tokens.restore(one[1])) else one[0]

    return tokens.restore(_ADDRESS.sub(marked, tokens.text))


def _lacking(rule: Rule, message: Message, given: str, hint: str) -> Finding:
    words = f"{given}this mail advertises, and has no link to unsubscribe"
    return message.finding(rule, message.any_part.begin, words, hint)
