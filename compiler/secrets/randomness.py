"""Whether a text looks drawn at random, as keys and tokens are, and not like words."""

import re
from collections import Counter
from math import log2

_SHORTEST, _LONGEST = 16, 4096
_LEAST_BITS = {"hex": 2.8, "any": 3.3}
"""The least entropy of a secret, in bits a character: random hex of 32 has about 3.6."""

_HEX = re.compile(r"[0-9a-fA-F-]+")
_CHUNK = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_DIGIT_IN_WORD = re.compile(r"(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])")
_FEW_DIGITS = 3
"""How often words go over into digits, or back; random texts do so all the time."""
_VOWEL = re.compile(r"[aeiouyAEIOUY]")
_WORD_LENGTH = 4
_MOSTLY = 0.6
_NO_SECRET = re.compile(
    r"(env|aws-sm|ssm|vault):\S+"  # a reference, which another system resolves
    r"|sha(256|384|512)[:-]\S+"  # the hash of one
    r"|([0-9A-F]{2}:){15,}[0-9A-F]{2}"  # a fingerprint
    r"|[a-z][a-z0-9+.-]*:/?/?[a-z0-9.-]+\.[a-z]+([:/?#]\S*)?"  # an address
    r"|[./~]\S*"  # a path
    r"|\S+@\S+\.[a-z]+"  # an e-mail address
    r"|[a-z-]+@[0-9a-f]{8}",  # a stamp
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"\{|\}|\$\(|%[(s]|<|>|\.\.\.|…|\*\*\*|xxxx", re.IGNORECASE)


def looks_random(text: str) -> bool:
    """Tell whether a text could be a secret that somebody drew at random."""
    if not _SHORTEST <= len(text) <= _LONGEST or any(map(str.isspace, text)):
        return False
    if is_no_secret(text) or _PLACEHOLDER.search(text) or not text.isascii():
        return False
    if not (any(map(str.isdigit, text)) and any(map(str.isalpha, text))):
        return False
    if _HEX.fullmatch(text):
        return entropy(text) >= _LEAST_BITS["hex"]
    return entropy(text) >= _LEAST_BITS["any"] and not _is_made_of_words(text)


def is_no_secret(text: str) -> bool:
    """Tell whether a text is a reference, a hash, an address: what may be read by everybody."""
    return _NO_SECRET.fullmatch(text) is not None


def entropy(text: str) -> float:
    """Return Shannon's entropy of the characters of a text, in bits a character."""
    counts = Counter(text).values()
    return -sum(count / len(text) * log2(count / len(text)) for count in counts)


def _is_made_of_words(text: str) -> bool:
    """Tell whether most letters stand in words: ``resetPasswordMail2``, ``acme-portal-2026``."""
    if len(_DIGIT_IN_WORD.findall(text)) > _FEW_DIGITS:
        return False
    chunks = [chunk for chunk in _CHUNK.findall(text) if len(chunk) >= _WORD_LENGTH]
    in_words = sum(len(chunk) for chunk in chunks if _VOWEL.search(chunk))
    return in_words >= _MOSTLY * sum(map(str.isalpha, text))
