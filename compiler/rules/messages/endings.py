"""The rule about how a text ends."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from compiler.base.finding import Finding
from compiler.base.locale_tag import language_of
from compiler.base.rule import Rule
from compiler.messages.punctuation import (
    INVERTED,
    OWN_MARKS,
    SPACED,
    STOPLESS,
    ending,
    watched_ends,
)
from compiler.rules.check import Scope
from compiler.rules.messages.joined import BETWEEN
from compiler.rules.messages.speech import Said, Speech, speeches

_FEW_WORDS = 3
_PHRASE = 8
_SEVERAL = 10
_STYLE = 0.15
_SENTENCES = re.compile(r"[.!?…]\s+\S")
_COMMAS = (",", "，", "、", "،")
_SHORTENED = frozenset(
    """
    approx co corp dept est etc ext fig hr inc jr ltd max min misc mr mrs ms no sec sr st tel vol vs
    """.split()  # noqa: SIM905 - a list to read
)
_ABBREVIATION = re.compile(r"(?:\b\w{1,4}\.|\w\.\s?\w{1,3}\.)[)\]\"'»”]*\Z")
_QUESTION = re.compile(
    r"(?:how|what|which|where|who|why|when|whether|do|does|is|are)\b", re.IGNORECASE
)
_UNSPACED = re.compile(rf"[:;!?»](?<=[^\W\d_].)(?=\s|{BETWEEN}|\Z)")


def end_punctuation(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation ends in another way than its source text, or not as its language writes.

    **Why** A question that ends like a statement, a label without its colon, a sentence without an
    end look careless, and change what is said.

    **Bad**

    ```po
    msgid "Delete the account?"
    msgstr "Eliminar la cuenta."
    ```

    **Good**

    ```po
    msgid "Delete the account?"
    msgstr "¿Eliminar la cuenta?"
    ```

    Each language ends sentences with signs of its own: `؟` in Arabic, `;` in Greek, `。` in Chinese
    and Japanese; Spanish also begins with `¿` and `¡`; French has a space before `:`, `;`, `!`
    and `?`.

    **Not flagged** Closing quotes and brackets after the sign; `…` and `...`; a full stop that a
    text of a few words, or one that ends in an abbreviation, has or has not; one that was added to
    a long source text or behind several sentences; a colon that moved, or that stands for the comma
    of a salutation; the full stop that Japanese, Chinese, Thai and others leave out, or that a
    catalogue leaves out or adds so often that it is its style (every seventh time); an exclamation
    mark that became a full stop.
    """
    for speech in scope.once(speeches):
        if not speech.is_source:
            found = list(_differing(speech, scope.content.languages.source))
            leaves_out, adds = _leaves_out_stops(speech, found), _adds_stops(speech, found)
            for one in found:
                if not ((leaves_out and one.lacks_stop) or (adds and one.has_more)):
                    yield from _judged(rule, speech, one)
            yield from _unspaced(rule, speech)


class _Ends(NamedTuple):
    """How a text and its source end: the names of the signs, and where the text's own stands."""

    said: Said
    own: str
    theirs: str
    at: int

    @property
    def lacks_stop(self) -> bool:
        """Whether only the source has a full stop."""
        return self.theirs == "full stop" and not self.own

    @property
    def has_more(self) -> bool:
        """Whether only the translation has a full stop."""
        return self.own == "full stop" and not self.theirs


def _differing(speech: Speech, tongue: str) -> Iterator[_Ends]:
    """Yield the texts whose end is worth a look: most end in a letter, as their source does."""
    watched = watched_ends(speech.locale)
    for number, (text, source) in enumerate(zip(speech.texts, speech.sources, strict=True)):
        last, there = text[-1], source[-1:] or " "
        if last in watched or (last != there and not (last.isalpha() and there.isalpha())):
            own, at = ending(text, speech.locale)
            theirs, _ = ending(source, tongue)
            yield _Ends(speech.at(number), own, theirs, at)


def _leaves_out_stops(speech: Speech, found: list[_Ends]) -> bool:
    """Tell whether a catalogue leaves out full stops so often that it is its style."""
    lacking = sum(one.lacks_stop for one in found)
    if lacking < _SEVERAL:
        return False
    stops = sum(source.endswith(".") for source in speech.sources)
    return lacking > _STYLE * stops


_SERIOUS = frozenset({"question mark", "colon", "ellipsis"})


def _adds_stops(speech: Speech, found: list[_Ends]) -> bool:
    """Tell whether a catalogue ends so many phrases with full stops that it is its style."""
    added = sum(one.has_more for one in found)
    if added < _SEVERAL:
        return False
    phrases = sum(one[-1:].isalnum() and one.count(" ") >= _FEW_WORDS for one in speech.sources)
    return added > _STYLE * phrases


def _judged(rule: Rule, speech: Speech, ends: _Ends) -> Iterator[Finding]:
    said, own, theirs, at = ends
    language = language_of(speech.locale)
    if own == theirs:
        if own and own != "ellipsis":
            yield from _own_signs(rule, speech, said, language, at)
        return
    serious = {own, theirs} & _SERIOUS or _is_stop(said, own, theirs, language)
    if serious and not _is_excused(own, theirs, said, language):
        message = (
            f"the source text ends with {_article(theirs)}, the translation with {_article(own)}"
        )
        yield speech.finding(rule, said, message, span=(at, at + 1) if own else None)


def _is_excused(own: str, theirs: str, said: Said, language: str) -> bool:
    """Tell whether a sign stands for another one, or has moved into the text.

    "etc." for "etc...", a colon before the last value or for the comma behind a salutation, a
    question that the source does not mark; Burmese has one sign for all.
    """
    text, source = said.text, said.source or ""
    if theirs == "colon" and (":" in text or (language in STOPLESS and own == "full stop")):
        return True
    if own == "colon" and source.rstrip().endswith(_COMMAS):
        return True
    if own == "question mark" and _QUESTION.match(source):
        return True
    if language == "my" and own == "full stop":
        return True
    return (own, theirs) == ("full stop", "ellipsis") and _ends_shortened(text)


def _ends_shortened(text: str) -> bool:
    return _ABBREVIATION.search(text.strip()) is not None


def _article(sign: str) -> str:
    if not sign:
        return "no sign"
    return f"an {sign}" if sign[0] in "aeiou" else f"a {sign}"


def _is_stop(said: Said, own: str, theirs: str, language: str) -> bool:
    """Tell whether a full stop or an exclamation mark that one side lacks should be there."""
    if (own and theirs) or language in STOPLESS:
        return False  # a full stop for an exclamation mark is a matter of taste
    text, source = said.text.strip(), (said.source or "").strip()
    fewest = min(len(text.split()), len(source.split()))
    if own:
        # The stop was added: right where sentences were made of a phrase, or the source is long.
        phrase = fewest >= _FEW_WORDS and len(source.split()) <= _PHRASE
        return phrase and not (_ends_shortened(text) or _SENTENCES.search(text))
    last = source.rstrip("\"'”’»“)").rpartition(" ")[2].rstrip(".!").casefold()
    return fewest > _FEW_WORDS and "." not in last and last not in _SHORTENED


def _own_signs(rule: Rule, speech: Speech, said: Said, language: str, at: int) -> Iterator[Finding]:
    """Say where a language has a sign of its own, or a partner at the beginning."""
    text = said.text
    own = OWN_MARKS.get(language, {}).get(text[at])
    before = text[at - 1 : at]
    if own is not None and before.isalpha() and not before.isascii():
        message = f"`{speech.locale}` writes `{own}` for `{text[at]}`"
        yield speech.finding(rule, said, message, span=(at, at + 1), hint=f"write `{own}`")
    opening = INVERTED.get(language, {}).get(text[at])
    if opening is not None and opening not in text and "¿" not in text:
        message = f"`{text[at]}` has no `{opening}` at the beginning"
        yield speech.finding(rule, said, message, span=(at, at + 1), hint=f"write `{opening}…`")


def _unspaced(rule: Rule, speech: Speech) -> Iterator[Finding]:
    signs = SPACED.get(speech.locale) or SPACED.get(language_of(speech.locale))
    if signs is None:
        return
    for said, start, end in speech.where(_UNSPACED):
        sign = said.text[start]
        if sign in signs and (said.source is None or sign in said.source or sign == "»"):
            yield speech.finding(
                rule,
                said,
                f"`{speech.locale}` has a space before `{sign}`",
                span=(start, end),
                hint=f"write a no-break space before `{sign}`",
            )
