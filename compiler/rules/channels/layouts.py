"""Rules about the source of layouts and bodies of mails: markup, scripts, addresses, images."""

from collections.abc import Iterator
from dataclasses import dataclass

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.channels.email.body_check import body_flaws
from compiler.channels.email.flaw import Flaw, FlawKind
from compiler.channels.email.inlining import inline_css
from compiler.channels.email.layout import MJML_SUFFIXES, layout_faults, layout_html
from compiler.channels.email.markup_check import hidden_scripts, layout_flaws
from compiler.channels.email.safe_text import safe_text_flaws
from compiler.model.content import Layout
from compiler.rules.check import Scope
from compiler.rules.templates.parts import BODY, template_parts, templates


@dataclass(frozen=True, slots=True)
class Flawed:
    """A flaw, its place, and whose it is: nobody's in a layout."""

    flaw: Flaw
    place: Place
    entity: str | None = None
    locale: str | None = None


def place_in_layout(layout: Layout, at: int, length: int = 1) -> Place:
    """Return where an offset of a layout is in its file."""
    before = layout.text[:at]
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Place(layout.path, before.count("\n") + 1, column, max(1, length))


def invalid_layout(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A layout lacks its body, has what MJML or HTML would drop, or something is not closed.

    **Why** What MJML does not know is left out without a word, and mails look otherwise; without
    `{{ body }}` they say nothing.

    **Bad**

    ```html
    <mj-text colour="#333">{{ body }}</mj-text>
    ```

    **Good**

    ```html
    <mj-text color="#333">{{ body }}</mj-text>
    ```

    Statements of Jinja between components stand in `<mj-raw>`. `{{ body }}` stands once in a layout
    of any kind. It is put in when the mail is compiled, and so are `subject`, `preheader`,
    `locale`, `direction`, `start` and `end`: no `if` can ask about them, and no filter change them.

    In a tag, Jinja stands in the values of attributes alone, as in `class="{{ kind }}"`. Anywhere
    else in it, and around a rule of a style, it would be lost. In styles, each `{` needs its `}`,
    each quote and `/*` its end.

    **Not flagged** Tags of HTML that are left open in a layout in HTML.
    """
    return _found(scope, rule, FlawKind.LAYOUT)


def script_in_mail(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A mail has a script, or something else that runs.

    **Why** Mail readers remove it, and many servers put the mail aside as dangerous.

    **Bad**

    ```html
    <a href="#" onclick="open()">Open</a>
    ```

    **Good**

    ```html
    <a href="https://portal.acme.example">Open</a>
    ```

    **Not flagged** The word in a text or in code.
    """
    return _found(scope, rule, FlawKind.SCRIPT)


def form_in_mail(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A mail has a form.

    **Why** Most readers disable it, others warn that somebody may be fishing for passwords.

    **Bad**

    ```html
    <form action="https://acme.example/answer"><input name="stars"></form>
    ```

    **Good**

    ```html
    <a href="https://acme.example/answer">Rate us</a>
    ```

    **Not flagged** Links to pages with forms.
    """
    return _found(scope, rule, FlawKind.FORM)


def relative_address(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A link or an image of a mail has an address that is not whole.

    **Why** A mail lies on no server: the link leads nowhere, the image is a gap.

    **Bad**

    ```html
    <a href="/login">Open the portal</a>
    ```

    **Good**

    ```html
    <a href="https://portal.acme.example/login">Open the portal</a>
    ```

    **Not flagged** `mailto:`, `tel:`, `sms:`, `cid:`, `#anchor`, and what a variable begins.
    """
    return _found(scope, rule, FlawKind.RELATIVE)


def insecure_address(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A link or an image of a mail has an address with `http:`.

    **Why** Anybody on the way can read and change what is behind it; readers do not show such
    images, and warn of such links.

    **Bad**

    ```markdown
    [Open the portal](http://portal.acme.example)
    ```

    **Good**

    ```markdown
    [Open the portal](https://portal.acme.example)
    ```

    **Not flagged** Addresses that are text and no link.
    """
    return _found(scope, rule, FlawKind.INSECURE)


def image_without_alt(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """An image of a mail has no text in its place.

    **Why** Most readers show no images before they are asked to; and not everybody sees them.

    **Bad**

    ```html
    <img src="https://acme.example/logo.png" width="120" height="40">
    ```

    **Good**

    ```html
    <img src="https://acme.example/logo.png" width="120" height="40" alt="Acme">
    ```

    **Not flagged** `alt=""` in HTML and MJML: the image only decorates.
    """
    return _found(scope, rule, FlawKind.IMAGE_TEXT)


def image_without_size(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """An image of a mail has no width and no height.

    **Why** The mail jumps when it is loaded, and Outlook shows it in the size of the file.

    **Bad**

    ```html
    <img src="https://acme.example/logo.png" alt="Acme">
    ```

    **Good**

    ```html
    <img src="https://acme.example/logo.png" alt="Acme" width="120" height="40">
    ```

    **Not flagged** Images in Markdown, which has no way to say a size; `<mj-image>`, which takes
    that of its column.
    """
    return _found(scope, rule, FlawKind.IMAGE_SIZE)


def remote_styles(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A layout takes styles from a style sheet that lies elsewhere.

    **Why** Nothing is loaded when a mail is compiled, so those styles are not inlined; and most
    readers load none either. The mail looks otherwise than its author has seen it.

    **Bad**

    ```html
    <mj-style>@import url("https://acme.example/mail.css");</mj-style>
    ```

    **Good**

    ```html
    <mj-style inline="inline">.total { font-weight: bold }</mj-style>
    ```

    **Not flagged** Style sheets of Google Fonts, Bunny Fonts and Adobe Fonts, which
    name fonts only; what `<mj-font>` names.
    """
    return _found(scope, rule, FlawKind.REMOTE_STYLES)


def mail_layouts(scope: Scope) -> Iterator[Layout]:
    """Yield the layouts but for those that other channels alone use."""
    used: dict[str, set[str]] = {}
    for template in templates(scope):
        record = template.record
        used.setdefault(record.layout or "", set()).add(record.channel)
    for layout in scope.content.layouts_with_jinja():
        if "email" in used.get(layout.name, {"email"}):
            yield layout


def _found(scope: Scope, rule: Rule, kind: FlawKind) -> Iterator[Finding]:
    for one in scope.once(_flawed):
        if one.flaw.kind is kind:
            yield rule.at(
                one.place,
                one.flaw.message,
                hint=one.flaw.hint,
                entity=one.entity,
                locale=one.locale,
            )


def _flawed(scope: Scope) -> tuple[Flawed, ...]:
    found = []
    for layout in mail_layouts(scope):
        mjml = layout.path.endswith(MJML_SUFFIXES)
        flaws = [*layout_faults(layout.path, layout.text)]
        made = layout_html(layout.path, layout.text)
        if not made.flaws:
            flaws += layout_flaws(layout.text, mjml=mjml)
            flaws += safe_text_flaws(layout.text)
            flaws += hidden_scripts(layout.text, inline_css(made.html), flaws)
        found += [Flawed(one, place_in_layout(layout, one.at, one.length)) for one in flaws]
    for part in scope.once(template_parts):
        record = part.effective.record
        if part.name == BODY and getattr(record, "channel", "") == "email":
            entity = str(part.written.reference)
            found += [
                Flawed(one, part.place(scope, one.at, one.length), entity, part.locale)
                for one in (*body_flaws(part.text), *safe_text_flaws(part.text))
            ]
    return tuple(found)
