"""What MJML 4 knows and its compiler carries out: components, their attributes, where they stand.

After the documentation of MJML 4 (documentation.mjml.io), less what mrml does not carry out.
"""

from collections.abc import Mapping
from dataclasses import dataclass

_PADDING = "padding padding-top padding-right padding-bottom padding-left "
_INNER = "inner-padding inner-padding-top inner-padding-right inner-padding-bottom "
_INNER += "inner-padding-left "
_BORDER = "border border-top border-right border-bottom border-left border-radius "
_BACKGROUND = "background-color background-url background-repeat background-size "
_BACKGROUND += "background-position background-position-x background-position-y "
_FONT = "color font-family font-size font-style font-weight letter-spacing line-height "
_FONT += "text-decoration text-transform "
_LINK = "href target rel title name "
_ICONS = "icon-align icon-height icon-padding icon-position icon-size icon-width "
_ICONS += "icon-unwrapped-alt icon-unwrapped-url icon-wrapped-alt icon-wrapped-url "


@dataclass(frozen=True, slots=True)
class Part:
    """A component: its attributes, where it may stand, and whether HTML stands in it."""

    attributes: frozenset[str]
    parents: frozenset[str]
    holds_html: bool = False


def _part(attributes: str, parents: str, *, html: bool = False) -> Part:
    return Part(frozenset(attributes.split()), frozenset(parents.split()), html)


EVERYWHERE = frozenset({"css-class", "mj-class"})
"""Attributes that every component of the body has."""

_IN_COLUMN = "mj-column mj-hero"
_IN_BODY = "mj-body mj-wrapper"

PARTS: Mapping[str, Part] = {
    "mjml": _part("owa lang dir", ""),
    "mj-head": _part("", "mjml"),
    "mj-body": _part("background-color width lang dir", "mjml"),
    "mj-attributes": _part("", "mj-head"),
    "mj-breakpoint": _part("width", "mj-head"),
    "mj-font": _part("name href", "mj-head"),
    "mj-preview": _part("", "mj-head", html=True),
    "mj-style": _part("inline", "mj-head", html=True),
    "mj-title": _part("", "mj-head", html=True),
    "mj-raw": _part(
        "position",
        "mj-head mj-body mj-wrapper mj-section mj-group mj-column mj-hero mj-accordion mj-navbar "
        "mj-social mj-accordion-element",
        html=True,
    ),
    "mj-wrapper": _part(f"{_PADDING}{_BORDER}{_BACKGROUND}full-width text-align gap", "mj-body"),
    "mj-section": _part(
        f"{_PADDING}{_BORDER}{_BACKGROUND}direction full-width text-align text-padding", _IN_BODY
    ),
    "mj-hero": _part(
        f"{_PADDING}{_INNER}{_BACKGROUND}background-height background-width border-radius height "
        "inner-background-color mode vertical-align width align container-background-color",
        _IN_BODY,
    ),
    "mj-group": _part("background-color direction vertical-align width", "mj-section"),
    "mj-column": _part(
        f"{_PADDING}{_BORDER}background-color direction vertical-align width "
        "inner-background-color inner-border inner-border-top inner-border-right "
        "inner-border-bottom inner-border-left inner-border-radius",
        "mj-section mj-group",
    ),
    "mj-text": _part(
        f"{_PADDING}{_FONT}align background-color container-background-color height vertical-align",
        _IN_COLUMN,
        html=True,
    ),
    "mj-button": _part(
        f"{_PADDING}{_BORDER}{_FONT}{_LINK}{_INNER}align background-color "
        "container-background-color height text-align vertical-align width",
        _IN_COLUMN,
        html=True,
    ),
    "mj-image": _part(
        f"{_PADDING}{_BORDER}{_LINK}src srcset sizes alt align container-background-color "
        "fluid-on-mobile font-size height max-height usemap width",
        _IN_COLUMN,
    ),
    "mj-divider": _part(
        f"{_PADDING}align border-color border-style border-width container-background-color width",
        _IN_COLUMN,
    ),
    "mj-spacer": _part(f"{_PADDING}container-background-color height", _IN_COLUMN),
    "mj-table": _part(
        f"{_PADDING}{_FONT}align border cellpadding cellspacing container-background-color role "
        "table-layout width",
        _IN_COLUMN,
        html=True,
    ),
    "mj-navbar": _part(
        f"{_PADDING}align base-url hamburger ico-align ico-close ico-color ico-font-family "
        "ico-font-size ico-line-height ico-open ico-padding ico-padding-top ico-padding-right "
        "ico-padding-bottom ico-padding-left ico-text-decoration ico-text-transform",
        _IN_COLUMN + " mj-section",
    ),
    "mj-navbar-link": _part(f"{_PADDING}{_FONT}{_LINK}", "mj-navbar", html=True),
    "mj-social": _part(
        f"{_PADDING}{_FONT}{_INNER}align border-radius container-background-color icon-height "
        "icon-padding icon-size mode table-layout text-padding vertical-align",
        _IN_COLUMN,
    ),
    "mj-social-element": _part(
        f"{_PADDING}{_FONT}{_LINK}align alt background-color border-radius icon-height "
        "icon-padding icon-position icon-size sizes src srcset text-padding vertical-align",
        "mj-social",
        html=True,
    ),
    "mj-accordion": _part(
        f"{_PADDING}{_ICONS}border container-background-color font-family", _IN_COLUMN
    ),
    "mj-accordion-element": _part(f"{_ICONS}background-color border font-family", "mj-accordion"),
    "mj-accordion-title": _part(
        f"{_PADDING}{_FONT}background-color", "mj-accordion-element", html=True
    ),
    "mj-accordion-text": _part(
        f"{_PADDING}{_FONT}background-color", "mj-accordion-element", html=True
    ),
    "mj-carousel": _part(
        f"{_PADDING}align border-radius container-background-color icon-width left-icon "
        "right-icon tb-border tb-border-radius tb-hover-border-color tb-selected-border-color "
        "tb-width thumbnails",
        _IN_COLUMN,
    ),
    "mj-carousel-image": _part(f"{_LINK}alt src thumbnails-src border-radius", "mj-carousel"),
    "mj-all": _part("", "mj-attributes"),
    "mj-class": _part("name", "mj-attributes"),
}
"""Every component by its tag."""

BODY_PARTS = frozenset(
    tag
    for tag, part in PARTS.items()
    if not part.parents & {"mj-head", "mj-attributes", "mjml"} and tag != "mjml"
) | {"mj-body", "mj-raw"}
"""The components of the body: their defaults may be said in `mj-attributes`."""

ANY_ATTRIBUTE = frozenset().union(*(PARTS[tag].attributes for tag in BODY_PARTS))
"""Every attribute of the body: what `mj-all` and `mj-class` may say."""
