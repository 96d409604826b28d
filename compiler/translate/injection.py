"""Texts that speak to a model, and what they may have done to the answers beside theirs.

A text that looks like an instruction is asked for alone, so that it can change nothing but its own
translation, which is then held to the rules like any other. What gets through that net is looked
for in the answers: words of one text in those of others.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

_ORDER = re.compile(
    r"\b(?:ignor(?:e|ing)|disregard|forget|overrid(?:e|ing)|instructions?|prompts?|jailbreak"
    r"|assistant|language model|chatgpt|gpt-?\d|llm|translat(?:e|ing|ions?|or)|respond"
    r"|repl(?:y|ies)"
    r"|answers?|output|json|pretend|role ?play|you are (?:now|an?)|as an ai"
    r"|(?:other|following|previous|above|all|every|each) (?:texts?|entr(?:y|ies)|strings?|keys?))\b"
    r"|<\||\[/?INST\]|^\s*(?:system|user|assistant)\s*:",
    re.IGNORECASE | re.MULTILINE,
)
_WORD = re.compile(r"\w{4,}")
_WORDS = re.compile(r"\w+")
_RUN = 4
_FEW = 3
_CARRIED = 2


def addresses_a_model(text: str) -> bool:
    """Tell whether a text may be read as an instruction; many that are none may be, too."""
    return _ORDER.search(text) is not None


class Answered(NamedTuple):
    """The texts of an entry and the answers to them, each joined."""

    name: str
    source: str
    answer: str


def contaminated(answers: Sequence[Answered]) -> set[str]:
    """Return the names of entries whose answers are to be asked for again, alone.

    That is: the same words for different texts, a run of words that unrelated texts have in
    common, words of another text in several answers whose own text does not have them.
    """
    if len(answers) < _CARRIED:
        return set()
    return _repeated(answers) | _running(answers) | _carried(answers)


def _repeated(answers: Sequence[Answered]) -> set[str]:
    by_answer: dict[str, list[Answered]] = {}
    for one in answers:
        said = _WORDS.findall(one.answer.casefold())
        if len(said) >= _FEW:
            by_answer.setdefault(" ".join(said), []).append(one)
    return {
        one.name
        for alike in by_answer.values()
        if len({" ".join(_WORDS.findall(one.source.casefold())) for one in alike}) > 1
        for one in alike
    }


def _running(answers: Sequence[Answered]) -> set[str]:
    by_run: dict[tuple[str, ...], list[Answered]] = {}
    for one in answers:
        said = _WORDS.findall(one.answer.casefold())
        for run in {tuple(said[n : n + _RUN]) for n in range(len(said) - _RUN + 1)}:
            by_run.setdefault(run, []).append(one)
    found = set()
    for alike in by_run.values():
        words = [set(_WORD.findall(one.source.casefold())) for one in alike]
        for index, one in enumerate(alike):
            if any(words[index].isdisjoint(w) for n, w in enumerate(words) if n != index):
                found.add(one.name)
    return found


def _carried(answers: Sequence[Answered]) -> set[str]:
    sources = {one.name: set(_WORD.findall(one.source)) for one in answers}
    spoken = Counter(word for words in sources.values() for word in words)
    strange: dict[str, set[str]] = {}
    for one in answers:
        for word in set(_WORD.findall(one.answer)):
            if word in spoken and word not in sources[one.name]:
                strange.setdefault(word, set()).add(one.name)
    return {name for names in strange.values() if len(names) >= _CARRIED for name in names}
