"""Web and e-mail addresses in a text, in a form in which those of two languages can be compared."""

import re

from compiler.messages import cldr

Spans = dict[str, tuple[int, int]]
"""Where each address stands, by what it comes to."""

_URL = re.compile(
    r"""(?:https?://|ftp://|\bwww\.)[^\s"'<>\u3000-\u303f\uff00-\uffef«»“”]{1,2000}"""
)
_EMAIL = re.compile(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}"
)
_ARGUMENT = re.compile(r"\{[^{}]*\}")
_TAIL = ".,;:!?)]}\\'\"،؛؟。"
_LANGUAGE = re.compile(r"(?<=[/=.])[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?(?=[/.&#?]|\Z)")

_COUNTRY = 2
"""The letters of a country, in addresses such as `shop.example/us`."""


def urls(text: str) -> Spans:
    """Return the web addresses of a text; the language that one names does not count."""
    found: Spans = {}
    for match in _URL.finditer(text) if "//" in text or "www." in text else ():
        whole = match[0]
        while whole and whole[-1] in _TAIL and not _closes(whole):
            whole = whole[:-1]
        found.setdefault(_comparable(whole), (match.start(), match.start() + len(whole)))
    return found


def secured(source: Spans, own: Spans) -> Spans:
    """Return the addresses of a source text, with `https` where the translation has it so."""
    safe = {key: re.sub(r"\Ahttp:", "https:", key) for key in source}
    return {safe[key] if safe[key] in own else key: span for key, span in source.items()}


def emails(text: str) -> Spans:
    """Return the e-mail addresses of a text, in lower case."""
    if "@" not in text:
        return {}
    found: Spans = {}
    for match in _EMAIL.finditer(text):
        found.setdefault(match[0].lower(), match.span())
    return found


def _closes(text: str) -> bool:
    """Tell whether the last bracket closes one inside of the address."""
    pairs = {")": "(", "]": "[", "}": "{"}
    opening = pairs.get(text[-1])
    return opening is not None and text.count(opening) >= text.count(text[-1])


def _comparable(url: str) -> str:
    settled = _ARGUMENT.sub("{}", url).rstrip("/")
    scheme, _, rest = settled.rpartition("//")
    host, slash, path = rest.partition("/")
    host = host.lower().removeprefix("www.")
    first, dot, others = host.partition(".")
    if dot and "." in others and re.fullmatch(r"[a-z]{2}(?:-[a-z]{2})?", first):
        host = others
    path = _LANGUAGE.sub(_nothing_for_language, f"{slash}{path}")
    return f"{scheme.lower()}//{host}{re.sub('/+', '/', path)}".rstrip("/")


def _nothing_for_language(match: re.Match[str]) -> str:
    """Return nothing for the tag of a language, or a country's two letters; `/app` is none."""
    first = re.split("[-_]", match[0])[0]
    return "" if len(first) == _COUNTRY or cldr.is_known_locale(first) else match[0]
