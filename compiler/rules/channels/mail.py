"""Rules about e-mails as they go out: size, subject, parts."""

from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.channels.email.parts import MOST_BYTES, SHOWN_SUBJECT, difference
from compiler.channels.push import columns
from compiler.rules.channels.messages import subject_part
from compiler.rules.channels.push import by_message
from compiler.rules.check import Scope
from compiler.rules.templates.parts import PREHEADER

_SHOWN_WORDS = 5


def oversized_mail(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """The HTML of a mail comes to more than 102 KB.

    **Why** Gmail cuts it there, hides the rest behind a link, and with it the way to unsubscribe.

    **Bad**

    ```yaml
    variables: {type: object, properties: {rows: {type: array, maxItems: 1000, items: {…}}}}
    ```

    **Good**

    ```yaml
    variables: {type: object, properties: {rows: {type: array, maxItems: 50, items: {…}}}}
    ```

    Counted are the bytes of the HTML part in UTF-8 (102 KB = 102,000 bytes), rendered with each
    sample, and with the largest values that `variables` allow.

    **Not flagged** Texts and lists that may be of any length, beyond what the samples have of them.
    """
    for message, several in by_message(scope, "email"):
        size, one = max(((len(one.html.encode()), one) for one in several), key=lambda p: p[0])
        if size > MOST_BYTES:
            yield message.finding(
                rule,
                message.any_part.begin,
                f"{one.given}this mail has {size:,} bytes of HTML; Gmail shows {MOST_BYTES:,}",
                "say less, lead to a page for the rest, or bound its lists by `maxItems`",
            )


def long_subject(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """The subject of a mail is longer than 78 characters.

    **Why** Mail readers cut it off, most of them earlier.

    **Bad**

    ```yaml
    title: We would like to let you know that your order has left our house and is on its way to you
    ```

    **Good**

    ```yaml
    title: Your order is on its way
    ```

    **Not flagged** What is that long only with the largest values that `variables` allow.
    """
    for message, several in by_message(scope, "email"):
        authored = [one for one in several if one.is_usual]
        for one in sorted(authored, key=lambda one: columns(one.subject), reverse=True)[:1]:
            if columns(one.subject) > SHOWN_SUBJECT:
                yield message.finding(
                    rule,
                    subject_part(message).begin,
                    f"{one.given}this subject has {columns(one.subject)}"
                    f" characters; {SHOWN_SUBJECT} are shown at most",
                    "say what matters first, in fewer words",
                )


def broken_line(scope: Scope, rule: Rule) -> Iterator[Finding]:
    r"""The subject or preheader of a message has a line break in it, or the preheader is no text.

    **Why** A subject is one line of the head of a mail. What follows a break would be read as the
    next line of the head, and mailers refuse it.

    **Bad**

    ```yaml
    samples: {usual: {name: "Ana\nMaria"}}
    locales: {en: {title: "Welcome, {{ name }}"}}
    ```

    **Good**

    ```yaml
    samples: {usual: {name: "Ana Maria"}}
    ```

    **Not flagged** Breaks in bodies.
    """
    for channel in ("email", "push"):
        for message, several in by_message(scope, channel):
            for name, part in (
                ("subject", subject_part(message)),
                ("preheader", message.parts.get(PREHEADER)),
            ):
                broken = [one for one in several if _has_break(getattr(one, name))]
                if part is not None and broken:
                    yield message.finding(
                        rule,
                        part.begin,
                        f"{broken[0].given}this {name} has a line break",
                        "write it in one line, and hand over values of one line",
                    )
    yield from _no_text(scope, rule)


def _no_text(scope: Scope, rule: Rule) -> Iterator[Finding]:
    for template in scope.entities("templates"):
        for locale, text in template.locales.items():
            value = (text.properties or {}).get(PREHEADER)
            if value is not None and not isinstance(value, str):
                yield rule.at(
                    text.places.value("properties", PREHEADER),
                    "the preheader must be a text",
                    entity=str(template.reference),
                    locale=locale,
                )


def _has_break(text: str) -> bool:
    return len(text.splitlines()) > 1


def differing_parts(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """The HTML and the text of a mail do not say the same.

    **Why** Who reads the text part, or has it read aloud, gets to know less; and filters of spam
    take two different parts for a trick.

    **Bad**

    ```html
    <!-- a layout --> <td style="display: none">{{ body }}</td>
    ```

    **Good**

    ```html
    <td>{{ body }}</td>
    ```

    The text part is made of the body and of the words of the layout. Words are compared, with each
    sample of the author.

    **Not flagged** Signs, numbers of lists, addresses of links; what is hidden on purpose, as a
    preheader is.
    """
    for message, several in by_message(scope, "email"):
        for one in several:
            apart = difference(one.html, one.text)
            if apart and one.is_usual:
                only = apart.only_text or apart.only_html
                shown = " ".join(only[:_SHOWN_WORDS])
                where = "text" if apart.only_text else "HTML"
                yield message.finding(
                    rule,
                    message.any_part.begin,
                    f"{one.given}only the {where} part says `{shown}`",
                    "see how the layout, and HTML in the body, show or hide its words",
                )
                break
