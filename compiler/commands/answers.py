"""Questions put on a terminal; the answers are options."""

from collections.abc import Iterable

from compiler.base.failure import UsageError
from compiler.edit.adding.fields import Option
from compiler.edit.adding.questions import Question
from compiler.report.console import Console


def answered(console: Console, questions: Iterable[Question]) -> tuple[Option, ...]:
    """Ask on the terminal; Enter leaves out what need not be said.

    Raises UsageError where the input ends.
    """
    answers = []
    for question in questions:
        answer = _answer(console, question)
        if answer:
            answers.append(Option(question.option, answer))
    return tuple(answers)


def _answer(console: Console, question: Question) -> str:
    words = f" ({', '.join(question.words)})" if question.words else ""
    skip = "" if question.required else " [Enter: none]"
    while True:
        console.err.write(f"{question.option}{words}{skip}: ")
        console.err.flush()
        try:
            answer = input().strip()
        except EOFError as failure:
            raise UsageError("the answers ended; nothing was added") from failure
        if answer and (not question.words or answer in question.words):
            return answer
        if not answer and not question.required:
            return ""
        console.note("one of these is needed" if question.words else "this is needed")
