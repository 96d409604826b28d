import pytest

from compiler.edit.mails.mustachio import to_jinja
from compiler.edit.mails.refused import RefusedMailError


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Hi {{name}}, {{ user.name }}", "Hi {{ name }}, {{ user.name }}"),
        ("a{{! a remark }}b", "ab"),
        ("{{#each rows}}{{text}} {{../total}}{{/each}}", "{% for item in rows %}{{ item.text }} {{ total }}{% endfor %}"),
        ("{{#each tags}}{{.}},{{/each}}", "{% for item in tags %}{{ item }},{% endfor %}"),
        (
            "{{#each a}}{{#each b}}{{c}}{{/each}}{{/each}}",
            "{% for item in a %}{% for item2 in item.b %}{{ item2.c }}{% endfor %}{% endfor %}",
        ),
        ("{{#card}}{{brand}}{{/card}}", "{% if card %}{{ card.brand }}{% endif %}"),
        ("{{^card}}{{help}}{{/card}}", "{% if not card %}{{ help }}{% endif %}"),
        ("{{#files}}{{#each .}}{{name}}{{/each}}{{/files}}", "{% if files %}{% for item in files %}{{ item.name }}{% endfor %}{% endif %}"),
        ("{ name } [Product Name] $ {x}", "{ name } [Product Name] $ {x}"),
    ],
)  # fmt: skip
def test_placeholders_become_jinja(source: str, expected: str) -> None:
    assert to_jinja(source) == expected


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("{{{html}}}", "`{{{html}}}` is put in without being escaped"),
        ("{{& html}}", "`{{& html}}` is put in without being escaped"),
        ("{{> footer}}", "`{{> footer}}` has no counterpart in Jinja"),
        ("{{#a}}", "`{{#a}}` is never closed"),
        ("{{/a}}", "`{{/a}}` closes nothing that is open"),
        ("{{#a}}{{/b}}", "`{{/b}}` closes nothing that is open"),
        ("{{#each .}}x{{/each}}", "`{{#each .}}` goes through all values, whatever they are"),
        ("{% if x %}", "it has `{%`, which would be read as Jinja"),
        ("{{__class__}}", "`{{__class__}}` has no counterpart in Jinja"),
    ],
)
def test_what_has_no_counterpart_is_refused(source: str, reason: str) -> None:
    with pytest.raises(RefusedMailError) as refused:
        to_jinja(source)
    assert str(refused.value) == reason
