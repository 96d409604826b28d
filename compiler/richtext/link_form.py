"""Whether an address can lead anywhere, told without asking the network."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from compiler.base.suggest import nearest
from compiler.richtext.allowed import URL_SCHEMES
from compiler.richtext.losses import runs, scheme_of
from compiler.richtext.references import KINDS, is_reference

_PUT_IN = re.compile(r"\{|%7B|%s")
"""What an application or a template puts in: the address is complete only then."""

_WEB = re.compile(r"https?://", re.IGNORECASE)
_HOST = re.compile(
    r"""
    (?: \[[0-9A-Fa-f:.]+\]
      | (?:[^\s\x00-\x2c/:;<=>?@\[\\\]^`{|}~.-][^\s\x00-\x2c/:;<=>?@\[\\\]^`{|}~.]*\.)*
        [^\s\x00-\x2c/:;<=>?@\[\\\]^`{|}~.-][^\s\x00-\x2c/:;<=>?@\[\\\]^`{|}~.]*\.?
    )
    (?: :\d{1,5} )? \Z
    """,
    re.VERBOSE,
)
_EMAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;.]+(?:\.[^\s@<>,;.]+)+")
_TELEPHONE = re.compile(r"\+?[0-9][0-9().\s-]{1,20}(?:;.*)?")
_DOMAIN = re.compile(
    r"(?:www\.|[a-z0-9-]+\.(?:[a-z0-9-]+\.)*[a-z]{2,}(?=[/?#:]|\Z))", re.IGNORECASE
)
_FILE = re.compile(
    r"[^/]*\.(?:html?|md|pdf|png|jpe?g|gif|webp|avif|svg|php|aspx?|txt|docx?)\Z", re.IGNORECASE
)


class Fault(NamedTuple):
    """What is wrong with an address, and what to write in its place."""

    message: str
    hint: str | None = None


_WHOLE = "write the whole address, with `https://`"


def link_fault(address: str) -> Fault | None:
    """Return what is wrong with the address of a link.

    None for references, places in the same text, what is empty, and what can run a program: others
    look at those.
    """
    if not address or address.startswith("#") or _PUT_IN.search(address):
        return None
    scheme = scheme_of(address)
    if runs(scheme) or is_reference(address):
        return None
    if scheme is None:
        return _of_relative(address)
    if scheme not in URL_SCHEMES:
        host, colon, port = address.partition(":")
        if colon and _DOMAIN.fullmatch(host) and re.match(r"\d+(?:[/?#]|\Z)", port):
            return Fault(f"`{address}` has no scheme", _WHOLE)
        return Fault(
            f"`{scheme}:` is no scheme that links may have, and the address is removed",
            "write an address that begins with `https:`, `http:`, `mailto:` or `tel:`",
        )
    return _FORMS[scheme](address)


def image_fault(address: str) -> Fault | None:
    """Return what is wrong with the address of an image."""
    if not address or _PUT_IN.search(address) or address.startswith("banners/"):
        return None
    scheme = scheme_of(address)
    if runs(scheme):
        return None
    if scheme is None and address.startswith(("documents/", "texts/", "#")):
        return Fault(
            f"`{address}` is no image",
            "an image is a whole address, a path such as `/logo.png`, or `banners/<label>`",
        )
    if scheme in ("mailto", "tel"):
        return Fault(f"`{address}` is no image")
    return link_fault(address)


def _of_relative(address: str) -> Fault | None:
    return None if address[0] in "/?" and address[:2] != "//" else next(_relative(address))


def _relative(address: str) -> Iterator[Fault]:
    """Yield what is wrong, the likeliest first."""
    if address.startswith("//"):
        yield Fault(f"`{address}` has no scheme", f"write `https:{address}`")
    first = address.partition("/")[0]
    near = nearest(first, KINDS) if "/" in address else None
    if near is not None:
        yield Fault(f"`{address}` is no address", f"did you mean `{near}{address[len(first) :]}`?")
    if _EMAIL.fullmatch(address):
        yield Fault(f"`{address}` has no scheme", f"write `mailto:{address}`")
    if re.match(r"https?(?:/|;|\Z)", address, re.IGNORECASE):
        yield Fault(f"`{address}` is no address", _WHOLE)
    if _DOMAIN.match(address) and not _FILE.fullmatch(address):
        yield Fault(f"`{address}` has no scheme", f"write `https://{address}`")
    yield Fault(
        f"`{address}` leads to another place on each page that shows this text",
        "write the whole address, a path that begins with `/`, or a reference such as "
        "`documents/<label>` or `texts/<label>`",
    )


def _of_web(address: str) -> Fault | None:
    return next(_web(address), None)


def _web(address: str) -> Iterator[Fault]:
    start = _WEB.match(address)
    if start is None:
        yield Fault(f"`{address}` lacks the `//` behind its scheme", "write `https://…`")
        return
    authority = re.split(r"[/?#]", address[start.end() :], maxsplit=1)[0]
    if not authority:
        yield Fault(f"`{address}` names no host", _WHOLE)
    elif re.match(r"https?:?\Z", authority, re.IGNORECASE):
        yield Fault(f"`{address}` has two schemes", "keep one of them")
    elif "@" in authority:
        yield Fault(
            f"`{address}` has a name before its host, which hides where it leads",
            f"write `{start[0]}{address[start.end() + authority.index('@') + 1 :]}`",
        )
    elif not _HOST.match(authority):
        yield Fault(f"`{authority}` is no host", _WHOLE)
    elif re.search(r"\s", address):
        yield Fault(f"`{address}` has a space in it", "write `%20` for a space")


def _of_mail(address: str) -> Fault | None:
    written = address.partition(":")[2].partition("?")[0]
    if written and all(_EMAIL.fullmatch(one.strip()) for one in written.split(",")):
        return None
    return Fault(f"`{written}` is no e-mail address", "write `mailto:name@host.example`")


def _of_telephone(address: str) -> Fault | None:
    number = address.partition(":")[2].replace("%20", " ")
    if _TELEPHONE.fullmatch(number):
        return None
    return Fault(f"`{number}` is no telephone number", "write `tel:+44…`, with the country")


_FORMS = {"http": _of_web, "https": _of_web, "mailto": _of_mail, "tel": _of_telephone}
