"""Whether the words of a plural have to agree with its number."""

import pytest

from compiler.messages.agreement import agrees
from compiler.messages.ast import Plural
from compiler.messages.icu import parse
from compiler.messages.shape import walk

PLURAL = "{n, plural, one {# файл} other {# файла}}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PLURAL, True),
        (f"из {PLURAL}", False),
        (f"из <b>{PLURAL}</b>", False),
        (f"<b>из</b> {PLURAL}", False),
        (f"<b>{PLURAL}</b> найдено для", True),
        (f"{{k, select, a {{{PLURAL} от}} other {{}}}} для", True),
        (f"{{k, select, a {{из {PLURAL}}} other {{}}}}", False),
    ],
)
def test_a_preposition_before_a_plural_takes_the_agreement(text: str, expected: bool) -> None:
    message = parse(text)
    (plural,) = [node for node in walk(message) if isinstance(node, Plural)]
    assert agrees(plural, message, "ru") is expected
