"""Rules about signs that come in pairs: brackets and quotes."""

import re
from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.messages.punctuation import (
    BRACKETS,
    QUOTES,
    plain_brackets,
    quotes_of,
)
from compiler.rules.check import Scope
from compiler.rules.messages.speech import Said, Speech, speeches

_BRACKET = re.compile("[" + re.escape("".join((*BRACKETS, *BRACKETS.values()))) + "]")
_NO_BRACKET = re.compile(r"^[^\S\n]*\w{1,3}\)|(?:(?<=\s)|^)[:;]-?[()](?!\w)", re.MULTILINE)
_FRAGMENT = re.compile(r"\s*[)\]]|.*[:,]\s*\Z", re.DOTALL)
_LIST_MARK = re.compile(r"(?:.?[\s，、；：。])?\w{1,2}", re.DOTALL)
_LONGEST_MARK = 3
_QUOTE = re.compile("[" + "".join(family for family, _ in QUOTES) + "]")
_NO_QUOTE = re.compile(r'(?<=[\u0590-\u05ff])"(?=[\u0590-\u05ff])|(?<=\d)"')
_ARROW = re.compile(r"^[«»](?=\s)|(?<=\s)[«»]$")


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
        elif not _LIST_MARK.fullmatch(text, max(0, match.start() - _LONGEST_MARK), match.start()):
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
