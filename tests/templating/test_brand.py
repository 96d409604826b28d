"""The places of a layout that ask for branding: which there are, and what stays of the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiler.templating.brand import (
    brand_slots,
    branded_html,
    branded_text,
    font_stack,
    unbranded,
)

VALUES = {"name": "A & B", "colors.primary": "#0a5", "fonts.text": "Inter, serif"}
LAYOUTS = st.lists(
    st.sampled_from(
        [
            "{{ brand.name }}",
            "{{brand.colors.x|default('y')}}",
            "{{ body }}",
            "a",
            "\n",
            "é",
            "{{",
            "{% if a %}",
        ]
    )
).map("".join)


@pytest.mark.parametrize(
    ("text", "name", "default"),
    [
        ("{{ brand.name }}", "name", None),
        ("{{brand.url}}", "url", None),
        ("{{- brand.logo -}}", "logo", None),
        ("{{ brand.colors.on-primary }}", "colors.on-primary", None),
        (
            "{{ brand.fonts.text | default('Arial, sans-serif') }}",
            "fonts.text",
            "Arial, sans-serif",
        ),
        ('{{ brand.colors.x|default("#fff") }}', "colors.x", "#fff"),
        ("{{ brand }}", None, None),
        ("{{ brand.colour }}", None, None),
        ("{{ brand.name | upper }}", None, None),
        ("{% if brand.logo %}", None, None),
        ("{{ brand.colors.x | default(y) }}", None, None),
    ],
)
def test_a_place_is_told_from_what_cannot_be_asked(
    text: str, name: str | None, default: str | None
) -> None:
    (slot,) = brand_slots(f"ab {text} c")
    assert (slot.offset, slot.length, slot.name, slot.default) == (3, len(text), name, default)


@pytest.mark.parametrize("text", ["brand.name", "{{ brandy.name }}", "{{ x.brand }}", "{{ name }}"])
def test_other_words_are_left_alone(text: str) -> None:
    assert branded_html(text, VALUES) == text


def test_values_are_escaped_for_where_they_go() -> None:
    assert branded_html("<b>{{ brand.name }}</b>", VALUES) == "<b>A &amp; B</b>"
    assert branded_text("{{ brand.name }}", VALUES) == "A & B"
    assert branded_html("{{ brand.colors.none }}|", VALUES) == "|"


def test_fonts_are_written_as_css_has_them() -> None:
    assert font_stack(["Inter", "Segoe UI", "-apple-system", "sans-serif"]) == (
        "Inter, 'Segoe UI', -apple-system, sans-serif"
    )


@given(LAYOUTS)
def test_a_layout_without_its_branding_has_every_offset_the_same(text: str) -> None:
    bare = unbranded(text)
    assert len(bare) == len(text)
    assert [i for i, c in enumerate(bare) if c == "\n"] == [
        i for i, c in enumerate(text) if c == "\n"
    ]
    assert "brand" not in branded_html(text, VALUES)
