"""What of Markdown and Jinja is never translated stands as marks, and comes back as it was."""

import pytest

from compiler.translate.markdown import masked_markdown
from compiler.translate.masking import restored

TEXTS = [
    ("[Open]({{ url }}/x?a={{ order.id | upper }})", "[Open](⟦1 address⟧)"),
    ("See https://acme.example/{{ id | upper }}/x, now.", "See ⟦1 url⟧, now."),
    ("<https://acme.example/{{ id | upper }}>", "⟦1 address⟧"),
    ("https://acme.example/{% if a %}b{% endif %}!", "⟦1 url⟧!"),
    ("[t](<a b>) and [u](a(b)c)", "[t](⟦1 address⟧) and [u](⟦2 address⟧)"),
    (
        "Hi {{ name | title }}, `pay` at https://a.example/{id}.",
        "Hi ⟦1 name | title⟧, ⟦2 pay⟧ at ⟦3 url⟧.",
    ),
    ("A brace { and [a]({{ broken", "A brace { and [a]({{ broken"),
]


@pytest.mark.parametrize(("text", "shown"), TEXTS)
def test_what_is_not_translated_is_a_mark(text: str, shown: str) -> None:
    masked = masked_markdown(text)
    assert masked.text == shown
    assert restored(masked) == text


@pytest.mark.parametrize("piece", ["{{a}}", "{{a", "{", "](", "{% a %}", "("])
def test_long_addresses_take_time_in_proportion(piece: str) -> None:
    for before in ("<https://", "[a](", "https://"):
        text = before + piece * (4_000 // len(piece))
        assert restored(masked_markdown(text)) == text
