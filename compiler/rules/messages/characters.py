"""Rules about characters that cannot be seen, or that a wrong encoding left behind."""

import re
import unicodedata
from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.locale_tag import language_of
from compiler.base.rule import Rule
from compiler.messages.cldr import direction
from compiler.messages.mojibake import SUSPECTS, repaired
from compiler.messages.punctuation import DENSE
from compiler.rules.check import Scope
from compiler.rules.messages.mending import Mend
from compiler.rules.messages.searched import T, Texts
from compiler.rules.messages.speech import speeches

_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_MARKS = frozenset("\u061c\u200e\u200f")
_OVERRIDES = frozenset("\u202d\u202e")
_ISOLATES = frozenset("\u2066\u2067\u2068\u2069")
_CLOSED_BY = {**dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c")} | dict.fromkeys(
    "\u2066\u2067\u2068", "\u2069"
)
_INVISIBLE = re.compile(
    "([\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u2060-\u2064\u3164\ufeff\uffa0"
    "\U000e0000-\U000e007f])\\1*"
)
_JOINERS = frozenset("\u200c\u200d")
_ZERO_WIDTH_SPACE = "\u200b"
_TAGS = "".join(map(chr, range(0xE0020, 0xE0080)))
_BLACK_FLAG = "\U0001f3f4"
"""With tags behind it a flag of a part of a country, such as Scotland's."""
_SOFT_HYPHEN = "\u00ad"
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_SYNTAX = frozenset("'{}<>#|")
_QUESTIONS = re.compile(r"\?{4,}|(?<=\w)\?{2,}(?=\w)")


def bidi_control(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A text has a character that changes the direction of writing, and should not.

    **Why** Such characters cannot be seen. One that is not closed turns the rest of the page
    around; an override shows an address or amount backwards, which is used for deceit.

    **Bad** An override (U+202E) in an address; an isolate (U+2067) without its end (U+2069).

    **Good** Arabic and Hebrew need none in most texts; where a part has to stand in another
    direction, U+2067 before it and U+2069 behind it.

    **Not flagged** Closed isolates, which keep a value apart from the text around it; marks
    (U+200E, U+200F) and closed embeddings in languages that are written from right to left; what
    the source text has too.
    """
    for speech in scope.once(speeches):
        yield from bidi_controls(speech, rule)


def bidi_controls(speech: Texts[T], rule: Rule) -> Iterator[Finding]:
    """Yield what `bidi_control` finds in the texts of one language."""
    turned = direction(speech.locale) == "rtl"
    for said, start, end in speech.where(_BIDI, needs=(_BIDI,)):
        signs = set(said.text[start:end])
        if said.source is not None and signs <= set(said.source):
            continue
        if _is_harmless(signs, said.text, turned=turned):
            continue
        character = next((one for one in said.text[start:end] if one in _OVERRIDES), None)
        shown = _named(character or said.text[start])
        yield speech.finding(
            rule,
            said,
            f"the invisible {shown} changes the direction of writing",
            span=(start, end),
            hint="remove it" if character or not turned else "close it, or remove it",
        )


def invisible_character(scope: Scope, rule: Rule) -> Iterator[Finding]:
    r"""A text has a character that cannot be seen, such as a zero-width space.

    **Why** It comes with what is pasted from a web page or a chat. Words with it cannot be found,
    and addresses and codes with it do not work.

    **Bad** `Conta\u200bcto` with U+200B between its letters.

    **Good** `Contacto`

    **Not flagged** Joiners in Arabic and Indic scripts and in emoji; the tags behind a flag such as
    Scotland's; the zero-width space where words are not parted by spaces (Thai, Khmer, Japanese);
    soft hyphens inside of words; what the source text has too.
    """
    for speech in scope.once(speeches):
        yield from invisible_characters(speech, rule)


def invisible_characters(speech: Texts[T], rule: Rule) -> Iterator[Finding]:
    """Yield what `invisible_character` finds in the texts of one language."""
    for said, start, end in speech.where(_INVISIBLE, needs=(_INVISIBLE,)):
        character = said.text[start]
        if said.source is not None and character in said.source:
            continue
        if _is_needed(character, said.text, start, language_of(speech.locale)):
            continue
        message = f"there is an invisible {_named(character)}"
        yield speech.finding(
            rule, said, message, span=(start, end), hint="remove it", mend=Mend(start, end, "")
        )


def control_character(scope: Scope, rule: Rule) -> Iterator[Finding]:
    r"""A text has a control character.

    **Why** It is no character to read: runtimes, mails and PDF files show a box for it, or stop.

    **Bad**

    ```po
    msgstr "Su pedido\vestá en camino."
    ```

    **Good**

    ```po
    msgstr "Su pedido está en camino."
    ```

    **Not flagged** Line breaks and tabs.
    """
    for speech in scope.once(speeches):
        yield from control_characters(speech, rule)


def control_characters(speech: Texts[T], rule: Rule) -> Iterator[Finding]:
    """Yield what `control_character` finds in the texts of one language."""
    for said, start, end in speech.where(_CONTROL, needs=(_CONTROL,)):
        message = f"there is a control character {_named(said.text[start])}"
        hint = "write `\\n` for a line break, else remove it"
        yield speech.finding(rule, said, message, span=(start, end), hint=hint)


def mojibake(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A text was read in a wrong encoding once: its letters are rubbish.

    **Why** Visitors read `MÃ¼ller` for `Müller`, or rows of question marks.

    **Bad**

    ```po
    msgstr "Su sesiÃ³n ha caducado."
    ```

    **Good**

    ```po
    msgstr "Su sesión ha caducado."
    ```

    **Not flagged** Such letters where they do not come from another encoding (`Ângulo`), question
    marks that the source text has too.
    """
    for speech in scope.once(speeches):
        yield from misread_letters(speech, rule)


def misread_letters(speech: Texts[T], rule: Rule) -> Iterator[Finding]:
    """Yield what `mojibake` finds in the texts of one language."""
    for said, start, end in (
        found for one in SUSPECTS for found in speech.where(one.pattern, needs=one.needs)
    ):
        shown = said.text[start:end]
        meant = None if shown in (said.source or "") else repaired(shown)
        if meant is not None:
            yield speech.finding(
                rule,
                said,
                f"`{shown}` comes from a wrong encoding",
                span=(start, end),
                hint=f"write `{meant}`" if meant else "write the text anew, in UTF-8",
                mend=_repair(start, end, meant),
            )
    for said, start, end in speech.where(_QUESTIONS, needs=("??",)):
        if not speech.is_source and "??" not in (said.source or ""):
            message = "question marks stand where letters were lost"
            yield speech.finding(
                rule, said, message, span=(start, end), hint="write the text anew, in UTF-8"
            )


def _repair(start: int, end: int, meant: str) -> Mend | None:
    """Return what puts the right letters there, unless they are syntax of messages."""
    return Mend(start, end, meant) if meant and not _SYNTAX.intersection(meant) else None


def _is_harmless(signs: set[str], text: str, *, turned: bool) -> bool:
    """Tell whether signs are of use: isolates with their end, or in a language turned by them."""
    if signs & _OVERRIDES:
        return False
    return (turned and signs <= _MARKS) or ((turned or signs <= _ISOLATES) and _closed(text))


def _closed(text: str) -> bool:
    """Tell whether every isolate and embedding has its end."""
    opened: list[str] = []
    for character in text:
        if character in _CLOSED_BY:
            opened.append(_CLOSED_BY[character])
        elif character in "\u202c\u2069" and (not opened or opened.pop() != character):
            return False
    return not opened


def _is_needed(character: str, text: str, position: int, language: str) -> bool:
    before, behind = text[position - 1 : position], text[position + 1 : position + 2]
    if character in _TAGS:
        return text[:position].rstrip(_TAGS).endswith(_BLACK_FLAG)
    if character == _SOFT_HYPHEN:
        return before.isalpha() and behind.isalpha()
    if character == _ZERO_WIDTH_SPACE:
        return language in DENSE and bool(before) and bool(behind)
    return character in _JOINERS and bool(before) and not before.isascii() and bool(behind)


def _named(character: str) -> str:
    name = unicodedata.name(character, "")
    code = f"U+{ord(character):04X}"
    return f"{code} ({name.lower()})" if name else code
