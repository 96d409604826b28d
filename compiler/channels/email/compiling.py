"""One e-mail in one language: what is said and its layout, made HTML and text; Jinja is kept."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from compiler.channels.email.inlining import inline_css
from compiler.channels.email.layout import PLAIN_LAYOUT, body_mark, words_around
from compiler.channels.email.slots import SLOT
from compiler.messages.cldr import direction
from compiler.richtext.markdown import RichText
from compiler.templating.jinja_tokens import escape_around_jinja

_BODY_TAG = re.compile(r"<body\b(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE)
_HIDDEN = (
    '<div style="display:none;font-size:1px;line-height:1px;max-height:0;max-width:0;opacity:0;'
    'overflow:hidden;mso-hide:all">'
)

_LATE = {name: f"{{{{ _{name} }}}}" for name in ("subject", "preheader")}
"""What is put in last, under names that no variable has: HTML that is read with a subject in it
could be mended as nobody means it."""

_LATER = re.compile(r"\{\{ _(subject|preheader) \}\}")


@dataclass(frozen=True, slots=True)
class Words:
    """What one language says of a mail, in Markdown's HTML and text; all may hold Jinja."""

    subject: str
    preheader: str
    body: RichText
    locale: str


@lru_cache(maxsize=4_096)
def compile_mail(words: Words, layout: str | None) -> RichText:
    """Return a mail as HTML with its CSS inlined, and as text; ``layout`` is HTML.

    The preheader stands where the layout says `{{ preheader }}`, else hidden before all the rest;
    the text part has the words of the layout, too. What `{{ subject }}` and `{{ preheader }}` put
    in is escaped here, their Jinja by whoever renders.
    """
    around = PLAIN_LAYOUT if layout is None else layout
    if words.preheader and all(slot[1] != "preheader" for slot in SLOT.finditer(around)):
        around = _with_preheader(around)
    sides = ("right", "left") if direction(words.locale) == "rtl" else ("left", "right")
    known = {
        "start": sides[0],
        "end": sides[1],
        "locale": words.locale,
        "direction": direction(words.locale),
    }
    parts = {**known, "subject": _LATE["subject"], "preheader": _LATE["preheader"]}
    html = inline_css(_filled(around, {**parts, "body": words.body.html}))
    before, after = words_around(_filled(around, {**parts, "body": body_mark()}))
    said = {"subject": words.subject, "preheader": words.preheader}
    texts = (_said_plainly(before, said), words.body.text, _said_plainly(after, said))
    escaped = {name: escape_around_jinja(text) for name, text in said.items()}
    return RichText(_said(html, escaped), "\n\n".join(part for part in texts if part))


def _filled(layout: str, parts: Mapping[str, str]) -> str:
    return SLOT.sub(lambda slot: parts[slot[1]], layout)


def _said(text: str, said: Mapping[str, str]) -> str:
    return _LATER.sub(lambda slot: said[slot[1]], text)


def _said_plainly(text: str, said: Mapping[str, str]) -> str:
    """Do the same in plain text, where a language without a preheader leaves no gap."""
    return re.sub(r"\n{3,}", "\n\n", _said(text, said)).strip()


def _with_preheader(layout: str) -> str:
    body = _BODY_TAG.search(layout)
    at = body.end() if body is not None else 0
    return f"{layout[:at]}{_HIDDEN}{{{{ preheader }}}}</div>{layout[at:]}"
