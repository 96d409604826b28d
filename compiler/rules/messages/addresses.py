"""Web and e-mail addresses in a text, in a form in which those of two languages can be compared."""

import re

Spans = dict[str, tuple[int, int]]
"""Where each address stands, by what it comes to."""

_URL = re.compile(r"""(?:https?://|ftp://|\bwww\.)[^\s"'<>\u3000-\u303f\uff00-\uffef«»“”]+""")
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_ARGUMENT = re.compile(r"\{[^{}]*\}")
_TAIL = ".,;:!?)]}\\'\"،؛؟。"
_LANGUAGE = re.compile(
    r"(?:(?<=/)|(?<=//)|(?<=[=.]))[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?(?=[/.&#?]|\Z)"
)


def urls(text: str) -> Spans:
    """Return the web addresses of a text; the language that one names does not count."""
    found: Spans = {}
    for match in _URL.finditer(text) if "//" in text or "www." in text else ():
        whole = match[0]
        while whole and whole[-1] in _TAIL and not _closes(whole):
            whole = whole[:-1]
        found.setdefault(_comparable(whole), (match.start(), match.start() + len(whole)))
    return found


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
    path = _LANGUAGE.sub("", f"{slash}{path}")
    return f"{scheme.lower().replace('http:', 'https:')}//{host}{re.sub('/+', '/', path)}".rstrip(
        "/"
    )
