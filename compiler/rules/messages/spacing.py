"""Rules about white space and line breaks."""

import re
from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.locale_tag import language_of
from compiler.base.rule import Rule
from compiler.messages.punctuation import DENSE
from compiler.rules.check import Scope
from compiler.rules.messages.mending import Mend
from compiler.rules.messages.speech import Said, Speech, speeches

_BREAK = re.compile("\n")
_INNER_BREAK = re.compile(r"(?<!\s)\s*\n\s*|\n\s*")
_INDENTED = "    "  # as lines of code are
_LIST_SIGN = re.compile(r"[-*•–—#>\d]")
_DOUBLE = re.compile(" {2,}")
_SENTENCE_ENDS = frozenset(".!?:…\n")
_DOUBLE_ANYWHERE = re.compile(r"(?<=\S) {2,}+(?=\S)")
_MIXED = (
    (re.compile("\u3000{2,}"), ("\u3000\u3000",)),
    (re.compile("\u00a0(?:(?= )|(?<= \u00a0))"), ("\u00a0",)),
)
"""Two spaces of which one is not the usual one, and strings without which there are none."""
_WRAPPED_AT = 30
"""Lines are not wrapped before they are that long: shorter ones are meant to end there."""


def outer_whitespace(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation begins or ends with white space that its source text has not, or lacks it.

    **Why** Texts that are put together stick to each other, or a gap or an empty line shows.

    **Bad**

    ```po
    msgid "Amount: "
    msgstr "Importe:"
    ```

    **Good**

    ```po
    msgid "Amount: "
    msgstr "Importe: "
    ```

    **Not flagged** Another kind or number of spaces; the space that Chinese, Japanese and Thai do
    without: before a text, and behind their letters and full-width signs.
    """
    for speech in scope.once(speeches):
        if not speech.is_source:
            for said in speech.those(_with_edges(speech)):
                yield from _edges(rule, speech, said)


def changed_line_breaks(scope: Scope, rule: Rule) -> Iterator[Finding]:
    r"""A translation is parted into lines in another way than its source text.

    **Why** Paragraphs, addresses and lists run into one another, or fall apart.

    **Bad**

    ```po
    msgid "Dear customer,\n\nyour order is on its way."
    msgstr "Estimado cliente: su pedido está en camino."
    ```

    **Good**

    ```po
    msgid "Dear customer,\n\nyour order is on its way."
    msgstr "Estimado cliente:\n\nsu pedido está en camino."
    ```

    **Not flagged** Breaks at the very beginning and end (`outer-whitespace`); a source text whose
    lines are only wrapped, in the middle of sentences and not before 30 characters, which may wrap
    elsewhere.
    """
    for speech in scope.once(speeches):
        if not speech.is_source:
            for said in speech.having(_BREAK):
                own, source = _breaks(said.text), _breaks(said.source or "")
                if own != source and not _is_wrapped(said.source or ""):
                    yield speech.finding(
                        rule,
                        said,
                        f"the translation has {_lines(own)}, its source text {_lines(source)}",
                        hint="break the lines where the source text does",
                    )


def double_space(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """There are two or more spaces between words.

    **Why** It shows as a gap wherever spaces are kept, and hides that texts are the same.

    **Bad**

    ```po
    msgstr "Su  pedido está en camino."
    ```

    **Good**

    ```po
    msgstr "Su pedido está en camino."
    ```

    Also found: a space beside one that does not break, two ideographic spaces.

    **Not flagged** Spaces at the beginning of a line and before a line break; two spaces after the
    end of a sentence; a translation whose source text has them too.
    """
    for speech in scope.once(speeches):
        for said, start, end in speech.where(_DOUBLE, needs=("  ",)):
            if not _is_between_words(said.text, start, end):
                continue
            if said.source is None or not _DOUBLE_ANYWHERE.search(said.source):
                message = f"there are {end - start} spaces between words"
                yield speech.finding(
                    rule,
                    said,
                    message,
                    span=(start, end),
                    hint="leave one",
                    mend=Mend(start, end, " "),
                )
        for said, start, end in (
            found for one, needs in _MIXED for found in speech.where(one, needs=needs)
        ):
            if end == len(said.text) or said.text[end] == "\n":
                continue
            if said.source is None or said.text[start:end] not in said.source:
                message = "there are two spaces between words"
                yield speech.finding(rule, said, message, span=(start, end), hint="leave one")


def _is_between_words(text: str, start: int, end: int) -> bool:
    """Tell whether spaces stand neither at an end, nor at that of a line or of a sentence."""
    if not start or end == len(text):
        return False
    return text[start - 1] not in _SENTENCE_ENDS and not text[end].isspace()


def _with_edges(speech: Speech) -> Iterator[int]:
    """Yield the numbers of texts that begin or end with white space, or whose source does."""
    for number, (text, source) in enumerate(zip(speech.texts, speech.sources, strict=True)):
        if text != text.strip() or source != source.strip():
            yield number


def _edges(rule: Rule, speech: Speech, said: Said) -> Iterator[Finding]:
    text, source = said.text, said.source or ""
    if not text.strip() or not source.strip():
        return
    begins, ends = text[0].isspace(), text[-1].isspace()
    dense = language_of(speech.locale) in DENSE
    gapless = dense and not begins and source[0] == " "
    if begins != source[0].isspace() and not gapless:
        length = len(text) - len(text.lstrip())
        lacking = source[: len(source) - len(source.lstrip())]
        mend = Mend(0, length, "") if begins else Mend(0, 0, lacking)
        yield _edge(rule, speech, said, "begins", mend)
    gapless = dense and not ends and _is_gapless(source[-1], text[-1])
    if ends != source[-1].isspace() and not gapless:
        length = len(text.rstrip())
        lacking = source[len(source.rstrip()) :]
        mend = Mend(length, len(text), "") if ends else Mend(len(text), len(text), lacking)
        yield _edge(rule, speech, said, "ends", mend)


def _edge(rule: Rule, speech: Speech, said: Said, where: str, mend: Mend) -> Finding:
    span = (mend.start, mend.end) if mend.start < mend.end else None
    if span is not None:
        message, hint = f"the translation {where} with white space, its source text does not", None
    else:
        message = f"the source text {where} with white space, the translation does not"
        hint = "texts are often put together: keep the space where it is"
    return speech.finding(rule, said, message, span=span, hint=hint, mend=mend)


def _is_gapless(space: str, beside: str) -> bool:
    """Tell whether a script without spaces has none there: beside its letters and its own signs."""
    return space == " " and not beside.isascii()


def _breaks(text: str) -> int:
    return text.strip().count("\n")


def _is_wrapped(source: str) -> bool:
    """Tell whether all breaks of the source are in the middle of a sentence."""
    breaks = list(_INNER_BREAK.finditer(source.strip()))
    return bool(breaks) and all(_goes_on(source.strip(), one) for one in breaks)


def _goes_on(text: str, at: re.Match[str]) -> bool:
    before, behind = text[: at.start()], text[at.end() :][:1]
    if at[0].count("\n") == 1 and at[0].endswith(_INDENTED):
        return True
    if at[0].count("\n") > 1 or before[-1:] in ".!?:;" or _LIST_SIGN.match(behind):
        return False
    is_long = len(before.rpartition("\n")[2]) >= _WRAPPED_AT
    return is_long or before[-1:] == "," or behind == "(" or behind.islower()


def _lines(breaks: int) -> str:
    return "one line" if breaks == 0 else f"{breaks + 1} lines"
