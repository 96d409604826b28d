"""HTML in the Markdown of a text as plain text: written as Markdown's own parts are."""

from typing_extensions import override

from compiler.richtext.allowed import URL_SCHEMES
from compiler.richtext.html_words import HtmlReader
from compiler.richtext.references import is_reference

SILENT = frozenset({"script", "style", "template", "svg", "math"})
"""Elements that are removed with all that is in them."""

_CELLS = {"td", "th"}
_TIGHT = {"tr", "thead", "tbody", "tfoot", "caption", "li", "dt", "dd", "summary"}
_LISTS = {"ol", "ul"}


def plain_html(html: str) -> str:
    """Return what a block of HTML says: rows and items on lines of their own."""
    return "\n".join(_Content().read(html)) if "<" in html or "&" in html else html


def plain_address(address: str, words: str) -> str:
    """Return what is written behind the words of a link: where it leads to, if that is readable."""
    scheme, colon, _ = address.partition(":")
    plain = address.removeprefix("mailto:").removeprefix("tel:")
    readable = not colon or scheme.lower() in URL_SCHEMES or "/" in scheme
    inside = address.startswith("#") or is_reference(address)
    return f" ({plain})" if readable and plain not in {"", words} and not inside else ""


class _Content(HtmlReader):
    @override
    def hides(self, tag: str, attributes: dict[str, str]) -> bool:
        return tag in SILENT

    @override
    def break_at(self, tag: str, *, opening: bool) -> None:
        if tag not in _CELLS:
            self.written.end_line(block=tag not in _TIGHT)
        elif opening and any(part.strip() for part in self.written.line):
            self.written.line.append(" | ")

    @override
    def marker(self) -> str:
        within = next((one for one in reversed(self.open) if one.name in _LISTS), None)
        if within is None or within.name == "ul":
            return "- "
        within.items += 1
        return f"{within.items}. "

    @override
    def shown(self, address: str, words: str) -> str:
        return plain_address(address, words)
