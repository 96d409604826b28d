"""Constructs of Jinja in a text: found as Jinja finds them, in time that grows with the text alone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiler.templating.jinja_tokens import constructs, escape_around_jinja, protect

PLAIN = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)


@given(st.text(alphabet="{}%#a\n ", max_size=40))
def test_they_are_those_that_the_plain_pattern_finds(text: str) -> None:
    assert list(constructs(text)) == [found.span() for found in PLAIN.finditer(text)]


@pytest.mark.parametrize(
    ("text", "construct"),
    [
        ('{{ "}}" }}', '{{ "}}" }}'),
        ("{{ '}}' }} and it's", "{{ '}}' }}"),
        ('{% if a == "%}" %}', '{% if a == "%}" %}'),
        ("{{ '\\'}}' }}", "{{ '\\'}}' }}"),
        ("{# it's }} #}", "{# it's }} #}"),
    ],
)
def test_what_stands_in_quotes_closes_nothing(text: str, construct: str) -> None:
    assert [text[begin:end] for begin, end in constructs(text)] == [construct]


@pytest.mark.parametrize("piece", ["{{ a ", "{% if ", "{#", "{{ a %} ", "{", "{{%#"])
def test_what_is_begun_very_often_and_never_closed_is_text(piece: str) -> None:
    text = piece * 200_000  # the plain pattern would look through it 200,000 times
    assert list(constructs(text)) == []
    assert protect(text).constructs == ()
    assert escape_around_jinja(text) == text
