import pytest

from compiler.channels.email.inlining import inline_css

PAGE = "<html><head><style>{css}</style></head><body>{body}</body></html>"


def inlined(css: str, body: str) -> str:
    return inline_css(PAGE.format(css=css, body=body))


def test_rules_go_into_the_tags_and_the_rest_stays() -> None:
    css = "p { color: red } a:hover { color: blue } @media (max-width: 9px) { p { color: blue } }"
    assert inlined(css, '<p style="margin: 0">x</p>') == (
        "<html><head><style>a:hover { color: blue; }\n@media (max-width: 9px) { p { color: blue } }</style></head>"
        '<body><p style="color: red;margin: 0">x</p></body></html>'
    )


@pytest.mark.parametrize(
    "body",
    [
        "<table><tbody>{% for row in rows %}<tr><td>{{ row }}</td></tr>{% else %}<tr></tr>{% endfor %}</tbody></table>",
        "<ul>{% for one in all %}<li>{{ one }}</li>{% endfor %}</ul>",
        "<select>{% if x %}<option>{{ x }}</option>{% endif %}</select>",
        '<a href="{{ url | default("https://a.example/?b=\'c\'&d=>") }}">{{ a < b }}</a>',
        "<p>{{ '}}' }} {{ \"%}\" }} {% set x = '%}' %}</p>",
        "<!--[if mso]><table><tr><td>{{ x }}<![endif]--><p>y</p>",
        "<p>&#123;{ no } and &lbrace;% neither %}</p>",
    ],
)
def test_jinja_comes_through_as_it_is(body: str) -> None:
    assert inlined("", body) == (f"<html><head><style></style></head><body>{body}</body></html>")


def test_a_loop_around_rows_stays_within_the_body_of_the_table() -> None:
    assert inlined(
        "", "<table>{% for r in rows %}<tr><td>{{ r }}</td></tr>{% endfor %}</table>"
    ) == (
        "<html><head><style></style></head><body><table><tbody>{% for r in rows %}<tr><td>{{ r }}</td></tr>"
        "{% endfor %}</tbody></table></body></html>"
    )


def test_a_colour_that_is_filled_in_later() -> None:
    assert '<p style="color: {{ colour }};">' in inlined("p { color: {{ colour }} }", "<p>x</p>")


def test_nothing_is_loaded() -> None:
    link = '<link rel="stylesheet" href="/etc/hostname">'
    page = f"<html><head>{link}</head><body><p>x</p></body></html>"
    assert inline_css(page) == page


@pytest.mark.parametrize("css", ["p {{", "}", "<", ".a" * 50_000 + "{}", "@import '/etc/x';"])  # fmt: skip
def test_broken_css_does_no_harm(css: str) -> None:
    assert "<p>x</p>" in inline_css(
        f"<html><head><style>{css}</style></head><body><p>x</p></body></html>"
    )
