"""The words within Jinja: `{{ name | default("client") }}` shows them where there is no name.

They stand within a mark, so that the sentence is asked for without them; each is asked for as a
text of its own, and put back into what the mark stands for.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from compiler.translate.fault import AnswerFault
from compiler.translate.masking import Masked

_DEFAULT = re.compile(
    r"""(?P<head>\|\s*default\(\s*)(?P<quote>["'])(?P<words>[^"'\\{}%]*)(?P=quote)"""
)
_SYNTAX = re.compile(r"""["'\\{}%\n]""")


class FallbackWords(NamedTuple):
    """Words that stand in for a value, and the expression that they are a part of."""

    words: str
    thing: str

    def asked(self) -> Masked:
        """Return them as they are asked for."""
        name = self.thing.strip("{} ").partition("|")[0].strip()
        return Masked(self.words, (), f"stands in the place of {name} where there is none")


def fallback_words(masked: Masked) -> list[FallbackWords]:
    """Return the words within the Jinja of a text, in order and each once."""
    found = [
        FallbackWords(one["words"], thing)
        for thing in masked.marks
        if thing.startswith("{{")
        for one in _DEFAULT.finditer(thing)
        if any(letter.isalpha() for letter in one["words"])
    ]
    return list(dict.fromkeys(found))


def with_fallback_words(masked: Masked, answers: Mapping[FallbackWords, str]) -> Masked:
    """Return a text whose Jinja has other words. Raises AnswerFault where these are no words."""
    for answer in answers.values():
        if not answer.strip():
            raise AnswerFault("the answer is empty")
        if _SYNTAX.search(answer):
            raise AnswerFault("the answer has quotes, braces or signs of Jinja in it")

    def said(thing: str) -> str:
        def put(found: re.Match[str]) -> str:
            words = answers.get(FallbackWords(found["words"], thing), found["words"])
            return f"{found['head']}{found['quote']}{words.strip()}{found['quote']}"

        return _DEFAULT.sub(put, thing) if thing.startswith("{{") else thing

    return masked._replace(marks=tuple(said(thing) for thing in masked.marks))
