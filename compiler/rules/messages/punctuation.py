"""Rules about signs: how a sentence ends, brackets, quotes."""

import re
from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.messages.punctuation import (
    BRACKETS,
    INVERTED,
    OWN_MARKS,
    QUOTES,
    SPACED,
    STOPLESS,
    ending,
    plain_brackets,
    quotes_of,
    watched_ends,
)
from compiler.rules.check import Scope
from compiler.rules.messages.speech import BETWEEN, Said, Speech, speeches

_FEW_WORDS = 3
_PHRASE = 8
_SENTENCES = re.compile(r"[.!?…]\s+\S")
_SHORTENED = frozenset(
    """
    approx co corp dept est etc ext fig hr inc jr ltd max min misc mr mrs ms no sec sr st tel vol vs
    """.split()  # noqa: SIM905 - a list to read
)
_ABBREVIATION = re.compile(r"(?:\b\w{1,4}\.|\w\.\s?\w{1,3}\.)\Z")
_BRACKET = re.compile("[" + re.escape("".join((*BRACKETS, *BRACKETS.values()))) + "]")
_NO_BRACKET = re.compile(r"^\s*\w{1,3}\)|(?:(?<=\s)|^)[:;]-?[()](?!\w)", re.MULTILINE)
_FRAGMENT = re.compile(r"\s*[)\]]|.*[:,]\s*\Z", re.DOTALL)
_LIST_MARK = re.compile(r"(?:^|[\s，、；：。])\w{1,2}\Z")
_QUOTE = re.compile("[" + "".join(family for family, _ in QUOTES) + "]")
_NO_QUOTE = re.compile(r'(?<=[\u0590-\u05ff])"(?=[\u0590-\u05ff])|(?<=\d)"')
_ARROW = re.compile(r"^[«»](?=\s)|(?<=\s)[«»]$")
_UNSPACED = re.compile(rf"(?<=[^\W\d_])[:;!?»](?=\s|{BETWEEN}|\Z)")


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
    a long source text or behind several sentences; a colon that moved; the full stop that Japanese,
    Chinese, Thai and others leave out; an exclamation mark that became a full stop.
    """
    for speech in scope.once(speeches):
        if not speech.is_source:
            tongue = scope.content.languages.source
            watched = watched_ends(speech.locale)
            for said in speech.said:
                last, there = said.text[-1], (said.source or " ")[-1]
                if last in watched or (last != there and not (last.isalpha() and there.isalpha())):
                    yield from _endings(rule, speech, said, tongue)
            yield from _unspaced(rule, speech)


def unbalanced_brackets(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A bracket is opened and not closed, or closed and not opened.

    **Why** Something was cut off, or a sign was missed.

    **Bad**

    ```po
    msgstr "El importe (sin comisión"
    ```

    **Good**

    ```po
    msgstr "El importe (sin comisión)"
    ```

    **Not flagged** List marks such as `a)`, faces such as `:)`, full-width brackets mixed with
    plain ones, a source text that is plainly the beginning or end of a longer one, a translation
    whose source text has the same.
    """
    for speech in scope.once(speeches):
        for said in _those_with(speech, _BRACKET):
            odd = _odd_bracket(said.text)
            if odd is None or (said.source is None and _FRAGMENT.match(said.text)):
                continue
            if said.source is None or _odd_bracket(said.source) is None:
                sign = said.text[odd]
                what = "is not opened" if sign in BRACKETS else "is not closed"
                yield speech.finding(
                    rule, said, f"the bracket `{sign}` {what}", span=(odd, odd + 1)
                )


def unbalanced_quotes(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A quotation mark has no partner.

    **Why** The reader does not see where the quotation ends.

    **Bad**

    ```po
    msgstr "Pulse «Guardar para continuar"
    ```

    **Good**

    ```po
    msgstr "Pulse «Guardar» para continuar"
    ```

    **Not flagged** Apostrophes and single quotes; quotes of another language, as long as they come
    in pairs; arrows (`More »`); inches (`5"`); the sign inside of Hebrew abbreviations; a
    translation whose source text has the same.
    """
    for speech in scope.once(speeches):
        for said in _those_with(speech, _QUOTE):
            for family, pair in QUOTES:
                where = _odd_quote(said.text, family)
                if where is None or _has_odd_quote(said.source or ""):
                    continue
                opening, closing = quotes_of(speech.locale)
                own = f"{opening}…{closing}"
                is_own = opening in family
                yield speech.finding(
                    rule,
                    said,
                    f"a quotation mark has no partner: {own if is_own else pair} come in pairs",
                    span=(where, where + 1),
                    hint=None if is_own else f"`{speech.locale}` writes {own}",
                )
                break


def _those_with(speech: Speech, pattern: re.Pattern[str]) -> Iterator[Said]:
    """Yield each text with a match once."""
    last = None
    for said, _, _ in speech.where(pattern):
        if said is not last:
            last = said
            yield said


_SERIOUS = frozenset({"question mark", "colon", "ellipsis"})


def _endings(rule: Rule, speech: Speech, said: Said, tongue: str) -> Iterator[Finding]:
    text, source = said.text, said.source or ""
    own, at = ending(text, speech.locale)
    theirs, _there = ending(source, tongue)
    language = speech.locale.partition("-")[0]
    if own == theirs:
        if own and own != "ellipsis":
            yield from _own_signs(rule, speech, said, language, at)
        return
    if {own, theirs} & _SERIOUS or _is_stop(said, own, theirs, language):
        if _is_excused(own, theirs, text, language):
            return
        message = (
            f"the source text ends with {_article(theirs)}, the translation with {_article(own)}"
        )
        span = (at, at + 1) if own else None
        yield speech.finding(rule, said, message, span=span)


def _is_excused(own: str, theirs: str, text: str, language: str) -> bool:
    """Tell whether a sign stands for another one, or has moved into the text.

    "etc." for "etc...", a colon before the last value; Burmese has one sign for all.
    """
    if theirs == "colon" and ":" in text:
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
    signs = SPACED.get(speech.locale) or SPACED.get(speech.locale.partition("-")[0])
    if signs is None:
        return
    for said, start, end in speech.where(_UNSPACED):
        sign = said.text[start]
        if sign in signs and (said.source is None or f"{sign}" in said.source or sign == "»"):
            yield speech.finding(
                rule,
                said,
                f"`{speech.locale}` has a space before `{sign}`",
                span=(start, end),
                hint=f"write a no-break space before `{sign}`",
            )


def _odd_bracket(text: str) -> int | None:
    """Return where the first bracket without a partner stands."""
    text = _NO_BRACKET.sub(lambda match: " " * len(match[0]), plain_brackets(text))
    opened: list[tuple[str, int]] = []
    for match in _BRACKET.finditer(text):
        sign = match[0]
        if sign not in BRACKETS:
            opened.append((sign, match.start()))
        elif opened and opened[-1][0] == BRACKETS[sign]:
            opened.pop()
        elif not _LIST_MARK.search(text, 0, match.start()):
            return match.start()
    return opened[0][1] if opened else None


def _has_odd_quote(text: str) -> bool:
    return any(_odd_quote(text, family) is not None for family, _ in QUOTES)


def _odd_quote(text: str, family: str) -> int | None:
    """Return where the last quotation mark of a family stands if their number is odd."""
    if _number_of(text, family) % 2 == 0:
        return None
    plain = _NO_QUOTE.sub(" ", text) if family == '"' else _ARROW.sub(" ", text)
    return None if _number_of(plain, family) % 2 == 0 else max(map(plain.rfind, family))


def _number_of(text: str, family: str) -> int:
    return sum(character in family for character in text)
