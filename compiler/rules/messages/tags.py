"""Rules about tags and inline HTML: what is lost, added, left open, or dangerous."""

import re
from collections.abc import Iterator
from html import unescape

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.messages.ast import Tag
from compiler.messages.icu_error import IcuSyntaxError
from compiler.messages.quoting import unquoted
from compiler.messages.shape import html_tags, walk
from compiler.rules.check import Scope
from compiler.rules.messages.comparing import Compared, compared
from compiler.rules.messages.pairs import Form, Pair, pairs
from compiler.rules.messages.renaming import renamed
from compiler.rules.messages.syntax import TAG_ERRORS, syntax_finding, unreadable
from compiler.rules.wording import listed

_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"})
_UNSAFE = (
    (
        re.compile(
            r"<(?:(?:script|iframe|object|embed)\b|(?:style|link|meta|base|form|svg|math)\s+\w)",
            re.IGNORECASE,
        ),
        "this element",
    ),
    (
        re.compile(r"""<[^<>]*?[\s"'/](on[a-z]{3,}|srcdoc|formaction)\s*=""", re.IGNORECASE),
        "this attribute",
    ),
)
_ADDRESS = re.compile(r"""\b(?:href|src|action)\s*=\s*["']?([^"'<>]*)""", re.IGNORECASE)
_SCHEME = re.compile("(?:javascript|vbscript|data):", re.IGNORECASE)
_IGNORED = re.compile("[\x00-\x20]+")  # in the scheme of an address, by browsers


def lost_tag(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation lacks a tag of its source text.

    **Why** The link cannot be clicked, the line does not break, the word is not stressed.

    **Bad**

    ```po
    msgid "Ask <link>us</link>."
    msgstr "Pregúntenos."
    ```

    **Good**

    ```po
    msgid "Ask <link>us</link>."
    msgstr "<link>Pregúntenos</link>."
    ```

    **Not flagged** A tag that is there less often or in another order; one under another
    name (`added-tag`).
    """
    for found in scope.once(compared):
        lost = found.source.tags - found.own.tags - set(_misspelt(found).values())
        if lost:
            names = listed(f"<{name}>" for name in sorted(lost))
            message = f"the translation of `{found.pair.entry.label}` lacks {names}"
            yield found.pair.finding(rule, found.pair.forms[0], message)


def added_tag(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation has a tag that its source text does not have.

    **Why** The application knows nothing of it: FormatJS throws an error, other runtimes show the
    signs `<` and `>`.

    **Bad**

    ```po
    msgid "Ask <link>us</link>."
    msgstr "<enlace>Pregúntenos</enlace>."
    ```

    **Good** Names of tags stay as they are.

    ```po
    msgid "Ask <link>us</link>."
    msgstr "<link>Pregúntenos</link>."
    ```

    **Not flagged** A tag of the source that is there more often.
    """
    for found in scope.once(compared):
        misspelt = _misspelt(found)
        for name in sorted(found.own.tags - found.source.tags):
            near = misspelt.get(name)
            form, span = _tag_span(found, name)
            yield found.pair.finding(
                rule,
                form,
                f"the translation of `{found.pair.entry.label}` has `<{name}>`, which its source "
                f"text has not{_consequence(form, name)}",
                span=span,
                hint=f"did you mean `<{near}>`?" if near else None,
            )


def unclosed_tag(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A tag is opened and not closed, or closed and not opened.

    **Why** A runtime refuses the message, or everything after it becomes bold, or a link.

    **Bad**

    ```po
    msgstr "<b>Atención: el plazo termina hoy."
    ```

    **Good**

    ```po
    msgstr "<b>Atención</b>: el plazo termina hoy."
    ```

    **Not flagged** A translation whose source text leaves the same tag open: that is said once, of
    the source text. Elements of HTML that have no end, with attributes or closed at once
    (`<img src="…">`, `<br/>`). A bare `<br>` is in a string: ICU runtimes look for `</br>`. In
    Markdown it is not, nor is what HTML ends by itself, such as `<li>`.
    """
    for pair, form, error in unreadable(scope):
        if error.kind in TAG_ERRORS and not _said_of_source(pair, error):
            yield syntax_finding(rule, pair, form, error)
    for pair in scope.once(pairs):
        if not any("<" in form.reading.text for form in pair.forms):
            continue
        known = {name for reading in pair.origin for name, _, _ in _open_tags(reading.text)}
        for form in pair.forms:
            for name, start, end in _open_tags(form.reading.text):
                if form.reading.error is None and name not in known:
                    message = f"`<{name}>` is not closed"
                    hint = f"write `</{name}>` where it ends"
                    span = (start, end)
                    yield pair.finding(
                        rule, form, message, span=span, hint=hint, beside_source=False
                    )


def unsafe_markup(scope: Scope, rule: Rule) -> Iterator[Finding]:
    r"""A text has markup that can run a program: a script, a frame, an event, such an address.

    **Why** Whoever can edit a text could act in the name of every visitor who reads it.

    **Bad**

    ```po
    msgstr "<a href=\"javascript:pay()\">Pagar</a>"
    ```

    **Good**

    ```po
    msgstr "<link>Pagar</link>"
    ```

    In Markdown all is told that is removed for that reason when a text is compiled.

    **Not flagged** Links with `http`, `https`, `mailto` or `tel`, and classes; the words "script"
    or "on" outside of tags; what the source text has in the same words, where it is said once.
    """
    for pair in scope.once(pairs):
        if not any("<" in form.reading.text for form in pair.forms):
            continue
        source = " ".join(reading.text for reading in pair.origin).lower()
        for form in pair.forms:
            for match, what in _programs(unquoted(form.reading.text)):
                if match[0].lower() not in source:
                    yield _unsafe(rule, pair, form, match, what)


def _programs(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield what can run a program; an address may have characters as entities."""
    for pattern, what in _UNSAFE:
        yield from ((match, what) for match in pattern.finditer(text))
    for match in _ADDRESS.finditer(text):
        if _SCHEME.match(_IGNORED.sub("", unescape(match[1]))):
            yield match, "this address"


def _unsafe(rule: Rule, pair: Pair, form: Form, match: re.Match[str], what: str) -> Finding:
    return pair.finding(
        rule,
        form,
        f"{what} can run a program: `{match[0].strip()}`",
        span=match.span(),
        hint="use a tag of the application, such as `<link>…</link>`, or a plain address",
    )


def _misspelt(found: Compared) -> dict[str, str]:
    """Return the tags under another name than in the source, with the name they should have."""
    return dict(renamed(found.source.tags - found.own.tags, found.own.tags - found.source.tags))


def _consequence(form: Form, name: str) -> str:
    """Say what an unknown tag does to a runtime; inline HTML it gives back as text."""
    tags = {node.name for node in walk(form.reading.tree) if isinstance(node, Tag)}
    return ": a runtime that was not told of it throws an error" if name in tags else ""


def _tag_span(found: Compared, name: str) -> tuple[Form, tuple[int, int] | None]:
    for form in found.pair.forms:
        for node in walk(form.reading.tree):
            if isinstance(node, Tag) and node.name == name:
                return form, (node.start, node.start + len(name) + 1)
        for tag in html_tags(form.reading.text):
            if tag[1].lower() == name:
                return form, tag.span()
    return found.pair.forms[0], None


def _said_of_source(pair: Pair, error: IcuSyntaxError) -> bool:
    wrong = (reading.error for reading in pair.origin)
    return any(one is not None and one.kind is error.kind for one in wrong)


def _open_tags(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the tags of inline HTML that nothing closes."""
    opened: list[tuple[str, int, int]] = []
    for tag in html_tags(text):
        name = tag[1].lower()
        if tag[0].startswith("</"):
            for index in range(len(opened) - 1, -1, -1):
                if opened[index][0] == name:
                    del opened[index]
                    break
        elif not tag[0].endswith("/>") and name not in _VOID:
            opened.append((name, *tag.span()))
    yield from opened
