"""Addresses in styles and in lists of images are held to what addresses of links are."""

import pytest

from compiler.channels.email.flaw import FlawKind
from compiler.channels.email.jinja import tokens_for
from compiler.channels.email.markup_check import hidden_scripts, layout_flaws
from compiler.channels.email.mjml import compile_mjml
from compiler.channels.email.mjml_check import mjml_flaws
from compiler.channels.email.social import NETWORKS

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


@pytest.mark.parametrize(
    ("source", "kind", "pieces"),
    [
        ("<!--> <script>1</script> -->", FlawKind.SCRIPT, ["<script"]),
        ("<!-- x --!><script>1</script>", FlawKind.SCRIPT, ["<script"]),
        ("<title>x</title/><b onclick=x()>y</b></title>", FlawKind.SCRIPT, ["onclick"]),
        ('<b a"b onclick=x()>y</b>', FlawKind.SCRIPT, ["onclick"]),
        ('<a href="java\tscript:x">y</a>', FlawKind.SCRIPT, ["java\tscript:x"]),
        ('<a href="java{# x #}script:x">y</a>', FlawKind.SCRIPT, ["java{# x #}script:x"]),
        ('<a href="{% if x %}javascript:x{% endif %}">y</a>', FlawKind.SCRIPT, ["{% if x %}javascript:x{% endif %}"]),
        ('<b xlink:href="javascript:x">y</b>', FlawKind.SCRIPT, ["javascript:x"]),
        ('<svg><title><b onclick="x()">y</b></title></svg>', FlawKind.SCRIPT, ["<svg"]),
        ('<meta http-equiv="Refresh" content="0;url=https://a.example"><meta charset="utf-8">', FlawKind.SCRIPT, ["<meta"]),
        ('<base href="https://a.example/">', FlawKind.SCRIPT, ["<base"]),
        ("<style>p { width: expression(x()); scroll-behavior: smooth; behavior: none }</style>", FlawKind.SCRIPT, ["expression(", "behavior:"]),
        ("<button formaction='https://a.example'>x</button>", FlawKind.FORM, ["<button"]),
        ('<!--[if mso]><v:rect href="http://a.example" src="x.png"><![endif]-->', INSECURE, ["http://a.example"]),
        ('<!--[if mso]><v:rect href="http://a.example" src="x.png"><![endif]-->', RELATIVE, ["x.png"]),
        ('<a href="{% if x %}https://a.example{% else %}http://a.example{% endif %}">y</a>', INSECURE, ["{% if x %}https://a.example{% else %}http://a.example{% endif %}"]),
        ('<a href="">x</a><a name="top">x</a><img src=" " alt="" width="1"><img alt="" width="1">', RELATIVE, ["<a", "<img", "<img"]),
        ('<img src="https://a.example/x.png" alt="" width="">', FlawKind.IMAGE_SIZE, ["<img"]),
        ("<style>p { color: #000 } /* forgotten</style>", FlawKind.LAYOUT, ["/*"]),
        ("<style>p { font-family: 'Arial; color: #000 }\nb { color: #000 }</style>", FlawKind.LAYOUT, ["'"]),
        ("<plaintext>x", FlawKind.LAYOUT, ["<plaintext"]),
    ],
)  # fmt: skip
def test_what_was_hidden_from_others(source: str, kind: FlawKind, pieces: list[str]) -> None:
    found = [one for one in layout_flaws(source, mjml=False) if one.kind is kind]
    assert [source[one.at : one.at + one.length] for one in found] == pieces


def test_the_links_of_a_bar_are_behind_its_base() -> None:
    bar = '<mj-navbar base-url="{base}"><mj-navbar-link href="/x">x</mj-navbar-link></mj-navbar>'
    kinds = {
        base: [flaw.kind for flaw in layout_flaws(bar.format(base=base), mjml=True)]
        for base in ("https://a.example", "http://a.example", "")
    }
    assert kinds == {"https://a.example": [], "http://a.example": [INSECURE], "": [RELATIVE]}


def test_defaults_are_of_no_single_image() -> None:
    head = "<mjml><mj-head><mj-attributes><mj-image padding='0' /></mj-attributes></mj-head>"
    body = "<mj-body><mj-image src='https://a.example/x.png' /></mj-body></mjml>"
    (found,) = layout_flaws(head + body, mjml=True)
    assert (found.kind, found.at) == (FlawKind.IMAGE_TEXT, len(head) + len("<mj-body>"))


def test_what_all_but_outlook_read_is_told_once() -> None:
    source = '<!--[if !mso]><!--><a href="http://a.example">x</a><!--<![endif]-->'
    assert [flaw.kind for flaw in layout_flaws(source, mjml=False)] == [INSECURE]


def test_a_script_that_reading_alone_brings_to_light() -> None:
    source = "<noembed><p></noembed><b/onclick=x()//>y</b>"
    (found,) = hidden_scripts(source, '<b onclick="x()//">y</b>', [])
    assert source[found.at :].startswith("onclick")
    assert not list(hidden_scripts(source, '<b onclick="x()//">y</b>', [found]))


def social(element: str) -> str:
    return (
        "<mjml><mj-body><mj-section><mj-column><mj-social>"
        f'<mj-social-element href="https://acme.example" {element}>Us</mj-social-element>'
        "</mj-social></mj-column></mj-section></mj-body></mjml>"
    )


@pytest.mark.parametrize("name", NETWORKS)
@pytest.mark.parametrize("ending", ["", "-noshare"])
def test_a_network_is_known_as_far_as_mjml_has_its_icon(name: str, ending: str) -> None:
    source = social(f'name="{name}{ending}"')
    assert layout_flaws(source, mjml=True) == []
    assert f"/{'twitter-x' if name == 'x' else name}" in (compile_mjml(source).html)


@pytest.mark.parametrize(
    ("element", "place", "words"),
    [
        ('name="mastodon"', "mastodon", "MJML has no icon called `mastodon`, and no `src`"),
        ('name="Facebook"', "Facebook", "MJML has no icon called `Facebook`, and no `src`"),
        ('alt="Us"', "<mj-social-element", "this icon has no `name`, and no `src`"),
    ],
)
def test_an_icon_that_mjml_has_not_is_told(element: str, place: str, words: str) -> None:
    source = social(element)
    (flaw,) = layout_flaws(source, mjml=True)
    assert (source[flaw.at : flaw.at + flaw.length], flaw.message) == (
        place,
        f"{words}: there is a gap",
    )
    assert "<img src" not in compile_mjml(source).html


@pytest.mark.parametrize(
    "element",
    ['name="mastodon" src="https://acme.example/m.png"', 'name="{{ network }}"'],
)
def test_an_icon_with_an_address_has_any_name(element: str) -> None:
    assert layout_flaws(social(element), mjml=True) == []
