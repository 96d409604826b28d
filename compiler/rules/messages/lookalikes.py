"""The rule about letters that look like those of another script."""

import re
from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.locale_tag import language_of
from compiler.base.rule import Rule
from compiler.messages import cldr
from compiler.messages.alphabets import CYRILLIC, GREEK, LATIN, LOOKALIKES, is_latin
from compiler.rules.check import Scope
from compiler.rules.messages.mending import Mend
from compiler.rules.messages.speech import Said, Speech, speeches

_SCRIPTS = {
    script: (re.compile(f"[{letters}]"), re.compile(rf"[{LATIN}{letters}]*"))
    for script, letters in (("Cyrl", CYRILLIC), ("Grek", GREEK))
}
"""By script: a letter of it, and a word that may have Latin letters, too."""
_LATIN_LETTER = re.compile(f"[{LATIN}]")
_LATIN_RUN = re.compile(f"[{LATIN}]+")
_LONE_LETTER = re.compile(rf"[acoy](?<=[{CYRILLIC}] .)(?= [{CYRILLIC}])")
_IN_KATAKANA = re.compile(
    "(?<=[\u30a1-\u30fa])[一二工力口夕卜八](?=[\u30a1-\u30fa\u30fc])"
    "|(?<![\u30a1-\u30fa\u30fc\u4e00-\u9fff])[工力夕卜](?=[\u30a1-\u30fa\u30fc])"
)

_TO_OWN = {script: str.maketrans(latin, own) for script, (latin, own) in LOOKALIKES.items()}
_TO_LATIN = {script: str.maketrans(own, latin) for script, (latin, own) in LOOKALIKES.items()}
_TO_KATAKANA = str.maketrans("一二工力口夕卜八", "ーニエカロタトハ")


def mixed_script(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A word mixes letters of two scripts that look alike.

    **Why** It looks right and is not: nobody finds it by searching, screen readers stumble, and in
    names and addresses it is a way to deceive.

    **Bad** `Cчёт`, whose first letter is a Latin C.

    **Good** `Счёт`, all in Cyrillic.

    **Not flagged** Words put together of a name and an ending (`PDFы`, `SMS-код`), as long as the
    name has a letter that cannot be mistaken; words that the source text has too.
    """
    for speech in scope.once(speeches):
        for said, word, start, script in _mixed_words(speech):
            if said.source is None or word not in said.source:
                yield from _mixed(rule, speech, said, word, start, script)
        if cldr.script(speech.locale) == "Cyrl":
            for said, start, end in speech.where(_LONE_LETTER):
                if not re.search(rf"\b{said.text[start]}\b", said.source or ""):
                    mend = Mend(start, end, said.text[start:end].translate(_TO_OWN["Cyrl"]))
                    yield _lookalike(rule, speech, said, (start, end), "Latin", mend)
        if language_of(speech.locale) == "ja":
            for said, start, end in speech.where(_IN_KATAKANA):
                mend = Mend(start, end, said.text[start:end].translate(_TO_KATAKANA))
                yield _lookalike(rule, speech, said, (start, end), "Chinese", mend)


def _mixed_words(speech: Speech) -> Iterator[tuple[Said, str, int, str]]:
    """Yield each word with letters of two scripts once: the word, its offset, the other script.

    The letters of the script that is rarer in the language are looked for.
    """
    for script, (letter, word_of) in _SCRIPTS.items():
        if not speech.has(letter):
            continue
        own = cldr.script(speech.locale) == script
        rare = _LATIN_RUN if own else re.compile(f"{letter.pattern}+")
        other = letter if own else _LATIN_RUN
        last: tuple[Said | None, int] = (None, 0)
        for said, start, end in speech.where(rare):
            text = said.text
            beside = text[max(0, start - 1) : start] + text[end : end + 1]
            if (said is last[0] and start < last[1]) or other.search(beside) is None:
                continue
            begin = start
            while begin and word_of.fullmatch(text, begin - 1, begin):
                begin -= 1
            match = word_of.match(text, begin)
            word = match[0] if match else ""
            last = (said, begin + len(word))
            yield said, word, begin, script


def _mixed(
    rule: Rule, speech: Speech, said: Said, word: str, start: int, script: str
) -> Iterator[Finding]:
    latin, own = LOOKALIKES[script]
    latin_letters = _LATIN_LETTER.findall(word)
    others = _LATIN_LETTER.sub("", word)
    if set(latin_letters) <= set(latin) and (
        len(latin_letters) <= len(others) or not is_latin(speech.locale)
    ):
        wrong, name, right = latin_letters[0], "Latin", word.translate(_TO_OWN[script])
    elif set(others) <= set(own) and len(others) < len(latin_letters):
        wrong, name = others[0], "Cyrillic" if script == "Cyrl" else "Greek"
        right = word.translate(_TO_LATIN[script])
    else:
        return
    position = start + word.index(wrong)
    mend = Mend(start, start + len(word), right)
    yield _lookalike(rule, speech, said, (position, position + 1), name, mend)


def _lookalike(
    rule: Rule, speech: Speech, said: Said, span: tuple[int, int], name: str, mend: Mend
) -> Finding:
    letter, word = said.text[slice(*span)], said.text[mend.start : mend.end]
    where = f" in `{word}`" if word != letter else ""
    message = f"the letter `{letter}`{where} is {name} (U+{ord(letter):04X})"
    hint = "write the letter of the language that looks the same"
    return speech.finding(rule, said, message, span=span, hint=hint, mend=mend)
