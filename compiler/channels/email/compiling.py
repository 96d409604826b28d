"""One e-mail in one language: what is said and its layout, made HTML and text; Jinja is kept."""

import re
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
    sides = ("right", "left") if direction(words.locale) == "rtl" else ("left", "right")
    parts = {
        "start": sides[0],
        "end": sides[1],
        "body": words.body.html,
        "subject": escape_around_jinja(words.subject),
        "preheader": escape_around_jinja(words.preheader),
        "locale": words.locale,
        "direction": direction(words.locale),
    }
    if words.preheader and all(slot[1] != "preheader" for slot in SLOT.finditer(around)):
        around = _with_preheader(around)
    html = SLOT.sub(lambda slot: parts[slot[1]], around)
    marked = {**parts, "body": body_mark()}
    before, after = words_around(SLOT.sub(lambda slot: marked[slot[1]], around))
    text = "\n\n".join(part for part in (before, words.body.text, after) if part)
    return RichText(inline_css(html), text)


def _with_preheader(layout: str) -> str:
    body = _BODY_TAG.search(layout)
    at = body.end() if body is not None else 0
    return f"{layout[:at]}{_HIDDEN}{{{{ preheader }}}}</div>{layout[at:]}"
