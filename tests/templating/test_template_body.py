import jinja2
import pytest

from compiler.templating.jinja_tokens import protect
from compiler.templating.list_items import item_indents
from compiler.templating.table_statements import table_statements
from compiler.templating.template_body import compile_body

BODY = """Hello **{{ name }}**,

{% if items %}

You bought:

{% for item in items %}

- {{ item.title | upper }}

{% endfor %}

{% endif %}

[Your {{ kind }}]({{ url }}) {# not for the customer #}
"""


def test_html_keeps_jinja_and_no_paragraph_around_a_statement() -> None:
    html = compile_body(BODY).html
    assert "<strong>{{ name }}</strong>" in html
    assert '<a href="{{ url }}" rel="noopener noreferrer">Your {{ kind }}</a>' in html
    assert "<p>{%" not in html
    assert "not for the customer" not in html


def test_text_keeps_jinja_and_no_empty_lines_for_statements() -> None:
    assert compile_body("A\n\n{% if x %}\n\nB\n\n{% endif %}\n\nC").text == (
        "A\n\n{% if x %}B\n\n{% endif %}C"
    )


ITEMS = """1. first
   {% if x %}
   more
   {% endif %}
2. second

   {% for i in [1, 2] %}
   - {{ i }}
   {% endfor %}
3. third
{% if x %}
4. fourth
{% endif %}
"""


def test_a_statement_within_an_item_of_a_list_stays_there() -> None:
    body = compile_body(ITEMS)
    html = jinja2.Template(body.html).render(x=True)
    assert html.count("<ol") == 2, html  # one, and that of the item that may be lacking
    assert html.count("<ul>") == 2
    assert '<ol start="4">' in html
    assert [one for one in jinja2.Template(body.text).render(x=True).split("\n") if one] == [
        *("1. first", "   more", "2. second", "   - 1", "   - 2", "3. third"),
        "4. fourth",
    ]


@pytest.mark.parametrize("fence", ["```", "~~~~"])
def test_a_statement_within_code_takes_no_line_of_its_own(fence: str) -> None:
    body = compile_body(
        f"{fence}\na\n  {{% if x %}}\n{{{{ x }}}}\n{{% endif %}}\nb\n{fence}\n\n{{% if x %}}\n\nc\n\n{{% endif %}}\n"
    )
    assert "<pre><code>a\n1\nb\n</code></pre>" in jinja2.Template(body.html).render(x=1)
    assert "<pre><code>a\nb\n</code></pre>" in jinja2.Template(body.html).render(x=0)
    assert "<p>c</p>" in jinja2.Template(body.html).render(x=1)


@pytest.mark.parametrize(
    ("text", "indent"),
    [
        ("- a\n  {% if x %}", 2),
        ("- a\n\n\n  b\n  {% if x %}", 2),
        ("10. a\n    {% if x %}", 4),
        ("- a\n  - b\n    {% if x %}", 4),
        ("- a\n  - b\n  {% if x %}", 2),
        ("- a\n\nb\n  {% if x %}", 0),
        ("- a\n{% if x %}", 0),
        ("- a\n          {% if x %}", 0),
        ("{% if y %}\n  {% if x %}", 0),
        ("  {% if x %}", 0),
    ],
)
def test_how_far_an_item_is_indented(text: str, indent: int) -> None:
    assert item_indents(text).get(text.rfind("\n") + 1, 0) == indent


@pytest.mark.parametrize("line", ["  {% if x %}", "- a", "    - a", "1. {% if x %}", "```", "  a"])
def test_many_lines_take_time_in_proportion(line: str) -> None:
    assert protect(f"- a\n{line}\n" * 20_000).markdown


@pytest.mark.parametrize("autoescape", [True, False])
def test_both_render(autoescape: bool) -> None:
    environment = jinja2.Environment(autoescape=autoescape, undefined=jinja2.StrictUndefined)
    values = {
        "name": "Ana",
        "items": [{"title": "tea"}],
        "kind": "order",
        "url": "https://a.example/1",
    }
    body = compile_body(BODY)
    assert '<a href="https://a.example/1" rel="noopener noreferrer">Your order</a>' in (
        environment.from_string(body.html).render(values)
    )
    text = environment.from_string(body.text).render(values)
    assert text.startswith("Hello Ana,\n\nYou bought:\n\n- TEA")
    assert text.rstrip().endswith("Your order (https://a.example/1)")


def test_a_value_cannot_become_markup() -> None:
    environment = jinja2.Environment(autoescape=True)
    html = environment.from_string(compile_body("Hi {{ name }}").html).render(name="**<b>x</b>**")
    assert html == "<p>Hi **&lt;b&gt;x&lt;/b&gt;**</p>"


def test_several_statements_on_a_line_stay_in_their_paragraph() -> None:
    assert compile_body("{% if a %}x{% endif %}").html == "<p>{% if a %}x{% endif %}</p>"
    assert compile_body("{% if a %}{% endif %}").html == "<p>{% if a %}{% endif %}</p>"


def test_tokens_never_meet_a_word_of_the_author() -> None:
    source = "JX0QW0Z {{ a }} JX1Q"
    assert protect(source).restore_text(protect(source).markdown) == source


@pytest.mark.parametrize(
    "source", [r"\{\{ name }}", "&#123;{ name }}", "{**{ name }**}", r"\{\% x %}"]
)
def test_what_looks_like_a_construct_after_markdown_is_text(source: str) -> None:
    body = compile_body(source)
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    for compiled in (body.html, body.text):
        assert "Ana" not in environment.from_string(compiled).render(name="Ana")
    assert environment.from_string(body.text).render().startswith("{")


ORDERS = """\
| What | Price |
|------|------:|
{% for order in orders %}
| {{ order.name }} | {{ order.price }} |
{% if order.gift %}
| a bow | 0 |
{% endif %}
{% endfor %}
{% if thanks %}

Thank you.

{% endif %}
"""


def test_statements_between_the_rows_of_a_table_repeat_and_leave_out_rows() -> None:
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    orders = [
        {"name": "Tea", "price": 5, "gift": False},
        {"name": "Milk", "price": 2, "gift": True},
    ]
    body = compile_body(ORDERS)
    html = environment.from_string(body.html).render(orders=orders, thanks=True)
    assert "".join(html.split("\n")) == (
        '<table><thead><tr><th>What</th><th align="right">Price</th></tr></thead><tbody>'
        '<tr><td>Tea</td><td align="right">5</td></tr>'
        '<tr><td>Milk</td><td align="right">2</td></tr>'
        '<tr><td>a bow</td><td align="right">0</td></tr>'
        "</tbody></table><p>Thank you.</p>"
    )
    text = environment.from_string(body.text).render(orders=orders, thanks=True)
    assert text.strip() == "What | Price\nTea | 5\nMilk | 2\na bow | 0\n\nThank you."


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("| A |\n|---|\n{% for x in y %}\n| 1 |\n{% endfor %}", (2, 4)),
        (
            "| A |\n|---|\n{% if x %}\n| 1 |\n{% elif y %}\n| 2 |\n{% else %}\n{% endif %}",
            (2, 4, 6, 7),
        ),
        ("| A |\n|---|\n{% if x %}\n\n| 1 |\n{% endif %}", ()),  # a blank line ends a table
        ("{% if x %}\n| A |\n|---|\n| 1 |\n{% endif %}", ()),  # it began before the table
        ("| A |\n|---|\n| 1 |\n{% if x %}\n\nB\n\n{% endif %}", ()),  # it goes on behind it
        ("| A |\n{% if x %}\n|---|\n{% endif %}", ()),  # there is no table yet
        ("A\n{% for x in y %}\nB\n{% endfor %}", ()),
    ],
)
def test_which_statements_belong_to_a_table(source: str, lines: tuple[int, ...]) -> None:
    begins = [0]
    for line in source.split("\n"):
        begins.append(begins[-1] + len(line) + 1)
    assert table_statements(source) == {begins[line] for line in lines}
