"""The rule about a word that stands twice in a row."""

import re
from collections.abc import Iterator
from itertools import compress, count, islice

from compiler.base.finding import Finding
from compiler.base.locale_tag import language_of
from compiler.base.rule import Rule
from compiler.rules.check import Scope
from compiler.rules.messages.joined import JoinedTexts
from compiler.rules.messages.speech import Said, Speech, speeches

_REPEATED = re.compile(r"(?<![\w'’-])(([^\W\d_]+) +\2)(?![\w'’-])", re.IGNORECASE)
_GOES_ON = re.compile(r"[\w'’-]")
_IN_JAPANESE = re.compile(r"をを|([ァ-ヺー]{3,})\1")
"""Japanese does not part its words: a particle that is never doubled, and long foreign words."""
_ONE_LETTER = {
    "be": "аіуяз",
    "bg": "виксо",
    "cs": "aikosuvz",
    "ja": "を",
    "pl": "aiouwz",
    "ru": "авикосуя",
    "sk": "aikosuvz",
    "uk": "авізйоуя",
}
"""By language: words of one letter, typed twice as easily as others."""
_MOST_TOLD = 5
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
    numbers, and single letters that are no words; a doubled word that the source text has at its
    side.
    """
    for speech in scope.once(speeches):
        language = language_of(speech.locale)
        if language in _REDUPLICATING:
            continue
        for said, start, end in _repeated(speech, language):
            twice = said.text[start:end]
            if _is_meant(twice, language) or (said.source and _REPEATED.search(said.source)):
                continue
            word = twice[: len(twice) // 2].strip()
            message = f"`{word}` stands here twice"
            yield speech.finding(rule, said, message, span=(start, end), hint="leave one")


def _repeated(speech: Speech, language: str) -> Iterator[tuple[Said, int, int]]:
    for said in speech.those(_with_a_word_twice(speech.own)):
        for match in islice(_REPEATED.finditer(said.text), _MOST_TOLD):
            yield said, match.start(), match.end()
    if language == "ja":
        yield from speech.where(_IN_JAPANESE)


def _with_a_word_twice(texts: JoinedTexts) -> Iterator[int]:
    """Yield the numbers of texts with a word that stands once more at the beginning of the next."""
    words = texts.words
    again = map(str.startswith, islice(words, 1, None), words)
    last = -1
    for index in compress(count(), again):
        word = words[index]
        if word.isalpha() and not _GOES_ON.match(words[index + 1], len(word)):
            number = texts.text_of_word(index)
            if number != last:
                last = number
                yield number


def _is_meant(twice: str, language: str) -> bool:
    """Tell whether a language doubles such words, or the letters are no words at all."""
    word = twice[len(twice) // 2 :].strip()
    if len(word) == 1:
        return word not in _ONE_LETTER.get(language, "")
    return word.casefold() in _ALLOWED.get(language, set())
