"""Style sheets that a layout fetches from elsewhere: nothing of them is in its mails."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from compiler.channels.email.flaw import Flaw, FlawKind
from compiler.channels.email.tags import Tag

_IMPORT = re.compile(
    r"@import\s*(?:url\(\s*)?(?:\"([^\"\n]{1,2000})\"|'([^'\n]{1,2000})'|([^\s\"'();]{1,2000}))",
    re.IGNORECASE,
)
_OF_FONTS = {"fonts.googleapis.com", "fonts.bunny.net", "use.typekit.net"}
"""Who serves style sheets that name fonts: a reader without them shows another font."""

_MESSAGE = "these styles are not in the mail: nothing is loaded here, and most readers load nothing"
_HINT = "write the rules themselves into the layout"


def imported_styles(css: str, offset: int) -> Iterator[Flaw]:
    """Yield each `@import` of a piece of CSS; comments are blank in it."""
    for one in _IMPORT.finditer(css):
        if not _names_fonts(one[1] or one[2] or one[3]):
            yield Flaw(
                FlawKind.REMOTE_STYLES, _MESSAGE, offset + one.start(), len("@import"), _HINT
            )


def linked_styles(tag: Tag, offset: int) -> Iterator[Flaw]:
    """Yield a `link` to a style sheet."""
    is_sheet = tag.name == "link" and "stylesheet" in tag.value("rel").lower().split()
    if is_sheet and not _names_fonts(tag.value("href")):
        yield Flaw(FlawKind.REMOTE_STYLES, _MESSAGE, offset + tag.at, len("<link"), _HINT)


def _names_fonts(address: str) -> bool:
    try:
        return urlsplit(address.strip()).hostname in _OF_FONTS
    except ValueError:  # brackets that are no address of IPv6
        return False
