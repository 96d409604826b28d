"""The rule about letters that look like those of another script."""

import re
from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.messages import cldr
from compiler.messages.alphabets import CYRILLIC, GREEK, LATIN, LOOKALIKES, is_latin
from compiler.rules.check import Scope
from compiler.rules.messages.speech import Said, Speech, speeches

_SEAMS = {
    script: (
        re.compile(f"[{letters}]"),
        re.compile(rf"[{LATIN}](?=[{letters}])|[{letters}](?=[{LATIN}])"),
        re.compile(rf"[{LATIN}{letters}]*"),
    )
    for script, letters in (("Cyrl", CYRILLIC), ("Grek", GREEK))
}
"""By script: a letter of it, where it meets Latin within a word, and such a word."""
_LONE_LETTER = re.compile(rf"(?<=[{CYRILLIC}] )[acoy](?= [{CYRILLIC}])")
_IN_KATAKANA = re.compile(
    "(?<=[\u30a1-\u30fa])[一二工力口夕卜八](?=[\u30a1-\u30fa\u30fc])"
    "|(?<![\u30a1-\u30fa\u30fc\u4e00-\u9fff])[工力夕卜](?=[\u30a1-\u30fa\u30fc])"
)


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
                    yield _lookalike(rule, speech, said, (start, end), "Latin")
        if speech.locale.partition("-")[0] == "ja":
            for said, start, end in speech.where(_IN_KATAKANA):
                yield _lookalike(rule, speech, said, (start, end), "Chinese")


def _mixed_words(speech: Speech) -> Iterator[tuple[Said, str, int, str]]:
    """Yield each word with letters of two scripts once: the word, its offset, the other script."""
    for script, (letter, seam, letters) in _SEAMS.items():
        if not speech.has(letter):
            continue
        last: tuple[Said | None, int] = (None, 0)
        for said, start, _ in speech.where(seam):
            if said is last[0] and start < last[1]:
                continue
            while start and letters.fullmatch(said.text, start - 1, start):
                start -= 1  # noqa: PLW2901 - to the beginning of the word
            match = letters.match(said.text, start)
            word = match[0] if match else ""
            last = (said, start + len(word))
            yield said, word, start, script


def _mixed(
    rule: Rule, speech: Speech, said: Said, word: str, start: int, script: str
) -> Iterator[Finding]:
    latin, own = LOOKALIKES[script]
    latin_letters = [character for character in word if re.match(f"[{LATIN}]", character)]
    others = [character for character in word if character not in latin_letters]
    if set(latin_letters) <= set(latin) and (
        len(latin_letters) <= len(others) or not is_latin(speech.locale)
    ):
        wrong, name = latin_letters[0], "Latin"
    elif set(others) <= set(own) and len(others) < len(latin_letters):
        wrong, name = others[0], "Cyrillic" if script == "Cyrl" else "Greek"
    else:
        return
    position = start + word.index(wrong)
    yield _lookalike(rule, speech, said, (position, position + 1), name, word)


def _lookalike(
    rule: Rule,
    speech: Speech,
    said: Said,
    span: tuple[int, int],
    name: str,
    word: str | None = None,
) -> Finding:  # fmt: skip
    letter = said.text[slice(*span)]
    where = f" in `{word}`" if word else ""
    message = f"the letter `{letter}`{where} is {name} (U+{ord(letter):04X})"
    hint = "write the letter of the language that looks the same"
    return speech.finding(rule, said, message, span=span, hint=hint)
