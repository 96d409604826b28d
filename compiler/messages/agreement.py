"""Whether the words of a plural agree with its number, as `few` and `many` of Slavic languages do.

They do where the number is shown beside words in the nominative or accusative ("2 файла", "5
файлов"). In the other cases all numbers above one have the same plural ("из 2 файлов", "из 5
файлов"), and where no number is shown there is nothing to agree with.
"""

from itertools import pairwise

from compiler.base.locale_tag import language_of
from compiler.messages.ast import Argument, Formatted, Message, Number, Plural, Select, Tag, Text
from compiler.messages.shape import walk


def agrees(plural: Plural, message: Message, locale: str) -> bool:
    """Tell whether the words of a plural in a message have to agree with a number."""
    language = language_of(locale)
    return (
        _shows_a_value(message)
        and not _stands_apart(plural)
        and not _is_of_this(plural, language)
        and _word_before(plural, message) not in _PREPOSITIONS.get(language, ())
    )


def _shows_a_value(message: Message) -> bool:
    return any(isinstance(node, Argument | Formatted | Number) for node in walk(message))


def _stands_apart(plural: Plural) -> bool:
    """Tell whether `other` has its number behind the words and a colon: "Files: 5"."""
    other = next((one.message for one in plural.branches if one.selector == "other"), ())
    return any(
        isinstance(text, Text)
        and text.value.rstrip().endswith(":")
        and isinstance(value, Argument | Formatted | Number)
        for text, value in pairwise(other)
    )


def _is_of_this(plural: Plural, language: str) -> bool:
    """Tell whether the singular has "this" in an oblique case, in place of a number."""
    forms = _THIS.get(language, frozenset())
    for branch in plural.branches:
        if branch.selector in {"one", "=1"}:
            texts = [node.value for node in walk(branch.message) if isinstance(node, Text)]
            words = " ".join(texts).lower().split()
            counted = any(isinstance(node, Number) for node in walk(branch.message))
            if not (counted or "1" in words or forms.isdisjoint(words)):
                return True
    return False


def _word_before(plural: Plural, message: Message) -> str:
    """Return the last word before a plural, values left out: "of" in "3 of {n} {n, plural, …}"."""
    pieces, _ = _before(plural, message)
    words = " ".join(pieces).lower().split()
    return words[-1] if words else ""


def _before(plural: Plural, message: Message) -> tuple[list[str], bool]:
    """Return the text on the way to a plural, and whether this message has it."""
    pieces: list[str] = []
    for node in message:
        if node is plural:
            return pieces, True
        match node:
            case Text():
                pieces.append(node.value)
            case Tag():
                inner, reached = _before(plural, node.children)
                pieces += inner
                if reached:
                    return pieces, True
            case Plural() | Select():
                for branch in node.branches:
                    inner, reached = _before(plural, branch.message)
                    if reached:
                        return [*pieces, *inner], True
            case _:
                pass
    return pieces, False


_THIS: dict[str, frozenset[str]] = {
    "cs": frozenset({"tohoto", "tohto", "této", "tomto", "tomuto", "tímto", "touto"}),
    "pl": frozenset({"tego", "tej", "temu", "tym", "tą"}),
    "ru": frozenset({"этого", "этой", "этому", "этим", "этом"}),
    "sk": frozenset({"tohto", "tejto", "tomto", "tomuto", "týmto", "touto"}),
    "uk": frozenset({"цього", "цієї", "цьому", "цим", "цій"}),
}
"""Forms of "this" in cases other than nominative and accusative."""

_PREPOSITIONS: dict[str, frozenset[str]] = {
    "cs": frozenset({"z", "ze", "do", "od", "bez", "u", "při", "k", "ke", "s", "se", "v", "ve"}),
    "pl": frozenset({"z", "ze", "do", "od", "dla", "bez", "u", "przy", "oprócz", "spośród"}),
    "ru": frozenset({"из", "от", "до", "для", "без", "у", "при", "к", "кроме", "среди"}),
    "sk": frozenset({"z", "zo", "do", "od", "bez", "u", "pri", "k", "ku", "s", "so", "v", "vo"}),
    "uk": frozenset({"з", "із", "від", "до", "для", "без", "у", "при", "серед"}),
}
"""Prepositions that never stand with the nominative or accusative, by language."""
