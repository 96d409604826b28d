"""What a translator is told of an entry beside its text: remarks, terms, texts around it."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from compiler.model.catalogue import Standing
from compiler.model.content import Content
from compiler.ports.translator import Question, Term, Topic
from compiler.translate.injection import addresses_a_model
from compiler.translate.task import Task

_LONGEST = 300


def topic_of(
    task: Task,
    questions: Sequence[Question],
    content: Content,
    similar: Callable[[str], Sequence[tuple[str, str]]],
    *,
    alone: bool = False,
) -> Topic:
    """Return an entry with questions and all that is known of it; ``alone`` no texts of others."""
    said = " ".join(piece.source for piece in task.pieces)
    first = task.pieces[0].original if task.pieces else ""
    anew = task.standing is Standing.CURRENT  # what it says now is to be forgotten
    alike = [pair for pair in similar(first) if not (anew and pair[0] == first)]
    return Topic(
        task.reference,
        tuple(questions),
        tuple(line for line in task.comments if line.strip()),
        () if alone else _shown(task.neighbours),
        () if alone else _shown(alike),
        terms_in(said, task.locale, content),
        task.former_source,
        task.max_length,
    )


def terms_in(text: str, locale: str, content: Content) -> tuple[Term, ...]:
    """Return the terms of the glossary that a text has, as far as the language has a word."""
    chain = (locale, *content.languages.chain(locale).parents)
    found = []
    for term in content.glossary.terms:
        wanted = next((term.translations[tag] for tag in chain if tag in term.translations), None)
        if wanted is not None and _pattern(term.term).search(text):
            found.append(Term(term.term, wanted, term.comment or ""))
    return tuple(found)


@cache
def _pattern(term: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(term)}", re.IGNORECASE)


def _shown(pairs: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(_short(pair) for pair in pairs if _is_harmless(pair))


def _is_harmless(pair: tuple[str, str]) -> bool:
    return not any(map(addresses_a_model, pair))


def _short(pair: tuple[str, str]) -> tuple[str, str]:
    return pair[0][:_LONGEST], pair[1][:_LONGEST]
