"""The body of a template, compiled: Markdown and layout are done, Jinja is kept for the sender."""

import re

from compiler.messages.cldr import direction
from compiler.richtext.markdown import RichText, rich_text
from compiler.templating.jinja_tokens import escape_around_jinja, protect

_SLOT = re.compile(r"\{\{-?\s*(body|subject|locale|direction)\s*(?:\|\s*safe\s*)?-?\}\}")


def compile_body(source: str) -> RichText:
    """Compile a body of Markdown with Jinja to HTML and text that still hold the Jinja."""
    protected = protect(source)
    compiled = rich_text(protected.markdown)
    return RichText(protected.restore_html(compiled.html), protected.restore_text(compiled.text))


def apply_layout(layout: str, *, body: str, subject: str, locale: str) -> str:
    """Put a compiled body into its layout, which may say ``subject``, ``locale``, ``direction``."""
    parts = {
        "body": body,
        "subject": escape_around_jinja(subject),
        "locale": locale,
        "direction": direction(locale),
    }
    return _SLOT.sub(lambda slot: parts[slot[1]], layout)
