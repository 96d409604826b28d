"""The rule about a word that stands twice in a row."""

import re
from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.rules.check import Scope
from compiler.rules.messages.speech import Said, Speech, speeches

_REPEATED = re.compile(r"(?<![\w'’-])(([^\W\d_]{2,}) +\2)(?![\w'’-])", re.IGNORECASE)
_REDUPLICATING = frozenset(
    {"id", "ms", "jv", "su", "vi", "tr", "az", "kk", "ky", "uz", "hi", "bn", "mr", "ta", "te", "th",
     "km", "lo", "my", "fil", "tl", "haw", "mi", "sw", "zu", "xh", "af"}
)  # fmt: skip
_ALLOWED = {
    "en": {"had", "that", "is", "bye"},
    "de": {"die", "der", "das", "sie", "den", "dem"},
    "fr": {"nous", "vous"},
    "nl": {"die", "dat", "je", "het", "er"},
    "es": {"no"},
    "it": {"via", "man", "mano", "piano"},
    "sv": {"som", "att"},
    "da": {"det", "der"},
    "pl": {"to"},
    "ru": {"еле", "чуть", "то"},
    "he": {"לאט"},
    "ga": {"do"},
    "ar": {"إس"},
}


def repeated_word(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A word stands twice in a row.

    **Why** It was typed or pasted twice.

    **Bad**

    ```po
    msgstr "Su pedido está está en camino."
    ```

    **Good**

    ```po
    msgstr "Su pedido está en camino."
    ```

    **Not flagged** Languages in which words are doubled on purpose (Indonesian, Turkish,
    Vietnamese and others); pairs that are right (`nous nous` in French, `that that` in English);
    numbers and single letters; a doubled word that the source text has at its side.
    """
    for speech in scope.once(speeches):
        language = speech.locale.partition("-")[0]
        if language in _REDUPLICATING:
            continue
        allowed = _ALLOWED.get(language, set())
        for said, start, end in _repeated(speech):
            word = said.text[start:end].split()[0]
            if word.casefold() in allowed or (said.source and _REPEATED.search(said.source)):
                continue
            message = f"`{word}` stands here twice"
            yield speech.finding(rule, said, message, span=(start, end), hint="leave one")


def _repeated(speech: Speech) -> Iterator[tuple[Said, int, int]]:
    for said in speech.said:
        words = said.text.lower().split()
        if len(set(words)) != len(words):  # most texts have no word twice, wherever
            for match in _REPEATED.finditer(said.text):
                yield said, match.start(), match.end()
