"""Icons of social networks: MJML has those of some, by name; any other is a gap without `src`."""

from collections.abc import Iterator

from compiler.base.suggest import nearest
from compiler.channels.email.flaw import Flaw, FlawKind
from compiler.channels.email.tags import Tag

_ELEMENT = "mj-social-element"
_UNSHARED = "-noshare"
NETWORKS = (
    *("dribbble", "facebook", "github", "google", "instagram", "linkedin", "medium", "pinterest"),
    *("snapchat", "soundcloud", "tumblr", "twitter", "vimeo", "web", "x", "xing", "youtube"),
)
"""The names whose icons mrml has; each also with `-noshare` behind it."""


def unknown_network(tag: Tag, offset: int = 0) -> Iterator[Flaw]:
    """Yield an icon that has no address, and no name by which MJML has one."""
    name = tag.attributes.get("name")
    said = "" if name is None else name.value
    is_known = said.removesuffix(_UNSHARED) in NETWORKS or "{" in said
    if tag.name != _ELEMENT or tag.value("src") or is_known:
        return
    near = nearest(said.lower().removesuffix(_UNSHARED), NETWORKS)
    which = f"MJML has no icon called `{said}`" if said else "this icon has no `name`"
    hint = "write the address of an image as its `src`, or one of: " + ", ".join(NETWORKS)
    if near is not None:
        hint = f"did you mean `{near}`? Else write the address of an image as its `src`"
    at = tag.at if name is None else name.value_at
    length = len(_ELEMENT) + 1 if name is None else max(1, len(said))
    message = f"{which}, and no `src`: there is a gap"
    yield Flaw(FlawKind.RELATIVE, message, offset + at, length, hint)
