"""Layouts: what stands around the body of a mail, in MJML or HTML, compiled to HTML and to text."""

from collections.abc import Iterator
from functools import lru_cache

from compiler.base.xml_text import forbidden_in_xml
from compiler.channels.email.flaw import Flaw, FlawKind
from compiler.channels.email.html_text import html_words
from compiler.channels.email.inlining import inline_css
from compiler.channels.email.jinja import spelt_out
from compiler.channels.email.mjml import Compiled, compile_mjml
from compiler.channels.email.placing import lost_flaws, source_flaws
from compiler.channels.email.slots import slot_flaws
from compiler.channels.email.tags import tags

MJML_SUFFIXES = (".mjml.j2", ".mjml")

PREHEADER = "preheader"
"""The key of a language's `properties` that says what a mail reader shows behind the subject."""

PLAIN_LAYOUT = """<!doctype html>
<html lang="{{ locale }}" dir="{{ direction }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ subject }}</title>
</head>
<body>
{{ body }}
</body>
</html>
"""
"""What stands around a mail that names no layout."""

_BODY = "XBODYX"


def layout_html(path: str, text: str) -> Compiled:
    """Compile a layout by its suffix; HTML is taken as it is."""
    return compile_mjml(text) if path.endswith(MJML_SUFFIXES) else Compiled(text)


@lru_cache(maxsize=64)
def layout_faults(path: str, text: str) -> tuple[Flaw, ...]:
    """Return why no mail can be made with a layout; none where one can."""
    found = (*source_flaws(text), *_not_as_named(path, text))
    if found:
        return found
    made = layout_html(path, text)
    return made.flaws or (*slot_flaws(text), *lost_flaws(text, made.html))


def _not_as_named(path: str, text: str) -> Iterator[Flaw]:
    """Yield what cannot be read as what the name of the file says."""
    if path.endswith(MJML_SUFFIXES):
        if (bad := forbidden_in_xml(text)) is not None:
            message = f"MJML cannot hold the character U+{ord(text[bad]):04X}"
            yield Flaw(FlawKind.LAYOUT, message, bad, 1, "take it out")
        return
    for tag in tags(text):
        if tag.name == "mjml":
            message, hint = "this is MJML, and the name of the file says HTML", "name it `….mjml`"
            yield Flaw(FlawKind.LAYOUT, message, tag.at, len("<mjml"), hint)
            return


@lru_cache(maxsize=256)
def words_around(document: str) -> tuple[str, str]:
    """Return what a layout says before and after its body, as plain text.

    What its CSS hides is not said. ``document`` is the layout as HTML with ``body_mark()`` in the
    place of `{{ body }}`.
    """
    before, mark, after = html_words(inline_css(spelt_out(document))).text.partition(_BODY)
    return (before.strip(), after.strip()) if mark else ("", "")


def body_mark() -> str:
    """Return what stands for the body while the words around it are read."""
    return f"<div>{_BODY}</div>"
