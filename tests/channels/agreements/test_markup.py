"""Markdown with Jinja in it, and the Typst with Jinja in it that comes of it."""

import pytest

from compiler.channels.agreements.markup import compile_markup
from compiler.channels.agreements.writer import Refused


def markup(source: str) -> str:
    body = compile_markup(source)
    assert body.refused == ()
    return body.markup


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Hello {{ name }},", '#"Hello {{ (name) | typst }},"'),
        (
            "{{ a | money(c) }} and {{- b -}} c",
            '#"{{ (a | money(c)) | typst }} and {{- (b) | typst -}} c"',
        ),
        ("a **b** *c* `d`", '#"a "#strong[#"b"]#" "#emph[#"c"]#" "#raw("d")'),
        ("one\ntwo  \nthree", '#"one two"#linebreak()#"three"'),
        ("one\n\ntwo", '#"one"\n\n#"two"'),
        ("## A *b*", '#heading(level: 2)[#"A "#emph[#"b"]]'),
        ("- a\n- b", '#list.item[#"a"]\n#list.item[#"b"]'),
        ("3. a\n4. b", '#enum.item(3)[#"a"]\n#enum.item(4)[#"b"]'),
        ("- a\n\n  b\n  - c", '#list.item[#"a"\n\n#"b"\n#list.item[#"c"]]'),
        ("> a\n>\n> b", '#quote(block: true)[#"a"\n\n#"b"]'),
        ("```\na\n  b\n```", '#raw("a\n  b", block: true)'),
        ("a\n\n***\n\nb", '#"a"\n\n#line(length: 100%)\n\n#"b"'),
        (
            "| a | b |\n|---|--:|\n| 1 | {{ n }} |",
            '#table(columns: 2, align: (start, right,),\n  table.header(strong[#"a"], strong[#"b"]),\n  [#"1"], [#"{{ (n) | typst }}"],\n)',
        ),
        (
            "| | |\n|---|---|\n| 1 | |",
            '#table(columns: 2, align: (start, start,),\n  [#"1"], [],\n)',
        ),
        ("a <b>b</b><br>c <!-- d -->", '#"a "#strong[#"b"]#linebreak()#"c "'),
    ],
)
def test_structure_becomes_calls_and_words_become_strings(source: str, expected: str) -> None:
    assert markup(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "[a](https://x.example/{{ id }})",
            '#link("https://x.example/{{ (id) | typst }}")[#"a"]#" (https://x.example/{{ (id) | typst }})"',
        ),
        ("<https://x.example>", '#link("https://x.example")[#"https://x.example"]'),
        ("[+1](tel:+1)", '#link("tel:+1")[#"+1"]'),
        ("<a@x.example>", '#link("mailto:a@x.example")[#"a@x.example"]'),
    ],
)
def test_a_link_shows_on_paper_where_it_leads_to(source: str, expected: str) -> None:
    assert markup(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('#strong[x] $y$ "q" \\\\ @a', '#"#strong[x] $y$ \\"q\\" \\\\ @a"'),
        ("\\{\\{ x }} {\\% y %}", '#"\\u{7b}\\u{7b} x }} \\u{7b}% y %}"'),
        ('`#read("x")`', '#raw("#read(\\"x\\")")'),
    ],
)
def test_words_are_never_taken_for_typst_or_jinja(source: str, expected: str) -> None:
    assert markup(source) == expected


def test_statements_stand_outside_of_quotes_and_separate_nothing() -> None:
    source = (
        "a {% if b %}**c**{% else %}d{% endif %} e\n\n"
        "{% for one in many %}\n\n- {{ one }}\n\n{% endfor %}\n\nf"
    )
    assert markup(source) == (
        '#"a "{% if b %}#strong[#"c"]{% else %}#"d"{% endif %}#" e"'
        '{% for one in many %}\n#list.item[#"{{ (one) | typst }}"]{% endfor %}\n\n#"f"'
    )


def test_what_no_pdf_shows_is_told_with_the_piece() -> None:
    source = (
        "a ![b](c.png) d ![b](c.png)\n\n<div>e</div>\n\n<span>f</span>"
        " **g <i>h** ![{{ x }}]({{ y }})"
    )
    assert compile_markup(source).refused == (
        Refused("image", "![b](c.png)", 0),
        Refused("image", "![b](c.png)", 1),
        Refused("html", "<div>e</div>", 0),
        Refused("html", "<span>", 0),
        Refused("html", "</span>", 0),
        Refused("html", "**g <i>h**", 0),
        Refused("image", "![{{ x }}]({{ y }})", 0),
    )


def test_statements_and_pieces_are_found_behind_letters_of_more_bytes_than_one() -> None:
    source = "ąę — الشروط\n\n{% if b %}\n\nc\n\n{% endif %}\n\n<div>ё</div>"
    body = compile_markup(source)
    assert body.markup == '#"ąę — الشروط"{% if b %}\n\n#"c"{% endif %}'
    assert body.refused == (Refused("html", "<div>ё</div>", 0),)


def test_of_very_many_things_that_cannot_be_shown_the_first_are_told() -> None:
    assert len(compile_markup("![" * 20_000 + "](x)" * 20_000).refused) == 100
    assert len(compile_markup("<b>" * 20_000).refused) == 100
