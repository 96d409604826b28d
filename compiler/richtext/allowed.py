"""What may stand in the HTML of a text: tags, their attributes, what addresses begin with."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import nh3

URL_SCHEMES: Final = ("http", "https", "mailto", "tel")
"""What a link may lead to."""

ID_PREFIX: Final = "user-content-"
"""Put before every `id`, so that no text takes the name of a part of the page around it."""

INLINE: Final = frozenset(
    "a abbr b bdi bdo br code del em i img ins kbd mark q s small span strong sub sup u wbr".split()  # noqa: SIM905
)
BLOCK: Final = frozenset(
    """
    blockquote caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre
    summary table tbody td tfoot th thead tr ul
    """.split()  # noqa: SIM905
)
TAGS: Final = INLINE | BLOCK
EVERYWHERE: Final = frozenset({"dir", "id", "lang", "title"})
ATTRIBUTES: Final[dict[str, frozenset[str]]] = {
    "a": frozenset({"href"}),
    "img": frozenset({"src", "alt", "width", "height"}),
    "ol": frozenset({"start"}),
    "td": frozenset({"colspan", "rowspan", "align"}),
    "th": frozenset({"colspan", "rowspan", "scope", "align"}),
    "details": frozenset({"open"}),
}

PROGRAMS: Final = frozenset(
    """
    applet base embed form frame frameset iframe link math meta noscript object portal script
    style svg template xml
    """.split()  # noqa: SIM905
)
"""Elements that run something, bring it in, or send something somewhere."""


def cleaner(*, classes_of_code: bool = False) -> "nh3.Cleaner":
    """Return what removes everything else; it may leave the language of a block of code."""
    import nh3  # noqa: PLC0415 - wanted only by content with HTML, and by what is compiled

    attributes = {tag: set(names) for tag, names in ATTRIBUTES.items()}
    attributes["*"] = set(EVERYWHERE)
    if classes_of_code:
        attributes["code"] = {"class"}
    return nh3.Cleaner(
        tags=set(TAGS),
        attributes=attributes,
        attribute_filter=_only_languages if classes_of_code else None,
        url_schemes=set(URL_SCHEMES),
        id_prefix=ID_PREFIX,
    )


def _only_languages(_: str, attribute: str, value: str) -> str | None:
    is_other = attribute == "class" and not value.startswith("language-")
    return None if is_other else value


def is_allowed(tag: str, attribute: str) -> bool:
    """Tell whether an allowed tag may have an attribute."""
    return attribute in EVERYWHERE or attribute in ATTRIBUTES.get(tag, ())
