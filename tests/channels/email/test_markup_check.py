"""Addresses in styles and in lists of images are held to what addresses of links are."""

import pytest

from compiler.channels.email.flaw import FlawKind
from compiler.channels.email.jinja import tokens_for
from compiler.channels.email.markup_check import layout_flaws
from compiler.channels.email.mjml_check import mjml_flaws

INSECURE, RELATIVE = FlawKind.INSECURE, FlawKind.RELATIVE


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            '<style>@import "http://a.example/x.css";</style>',
            [(FlawKind.REMOTE_STYLES, "@import"), (INSECURE, "http://a.example/x.css")],
        ),
        ("<style>p { background: url( img/a.png ) }</style>", [(RELATIVE, "img/a.png")]),
        ("<style>/* url(a.png) */ p { background: url('b.png') }</style>", [(RELATIVE, "b.png")]),
        ("<style>p { background: url('https://a.example/a.png') }</style>", []),
        ("<style>p { background: url({{ brand.logo }}) url(data:image/png;base64,AA==) }</style>", []),
        ("<p style=\"background: url('http://a.example/z')\">x</p>", [(INSECURE, "http://a.example/z")]),
        (
            '<img alt="" width="1" src="cid:a" srcset="a.png 1x, https://a.example/b.png 2x">',
            [(RELATIVE, "a.png")],
        ),
        ('<img alt="" width="1" src="cid:a" srcset="https://a.example/b.png 2x">', []),
    ],
)  # fmt: skip
def test_addresses_beside_those_of_links(source: str, expected: list[tuple[FlawKind, str]]) -> None:
    found = layout_flaws(source, mjml=False)
    assert [(one.kind, source[one.at : one.at + one.length]) for one in found] == expected


def test_styles_of_mjml_are_looked_at() -> None:
    source = (
        "<mjml><mj-head><mj-style>p { background: url(a.png) }</mj-style></mj-head>"
        "<mj-body></mj-body></mjml>"
    )
    (found,) = layout_flaws(source, mjml=True)
    assert (found.kind, source[found.at : found.at + found.length]) == (RELATIVE, "a.png")


@pytest.mark.parametrize("piece", ["{{ '", "{{", '{% "', "{#"])
def test_what_is_begun_very_often_takes_time_in_proportion(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    assert tokens_for(text).text == text
    assert mjml_flaws(f"<mjml><mj-body>{text}</mj-body></mjml>")
    assert layout_flaws(f"<p>{text}</p>", mjml=False) == []


@pytest.mark.parametrize("piece", ["url(", "url({{", "@import ", "/*", "a,", "{{"])
def test_long_styles_take_time_in_proportion(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    assert (
        len(layout_flaws(f"<style>{text}</style><img alt='' width=1 srcset='{text}'>", mjml=False))
        < 20_000
    )
