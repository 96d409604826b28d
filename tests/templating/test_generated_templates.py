"""Templates of the documented subset, generated: `check` has nothing against them, both render."""

from compiler.templating.escaping import Output
from compiler.templating.fault import Fault
from compiler.templating.reading import read_template
from compiler.templating.rendering import render
from compiler.templating.statements import issues_of
from compiler.templating.template_body import compile_body
from tests.node.running import run_in_node
from tests.templating.subset_maker import FULL, LEAST, VARIABLES, SubsetMaker

_SEED, _MANY = 20261128, 300
_LOCALES = ("en", "es", "ru", "pl", "ar", "he", "ja", "zh-Hant", "tr", "pt-BR", "hi", "fr")
_MAKER = SubsetMaker(_SEED)
_MADE = dict.fromkeys(_MAKER.template() for _ in range(2 * _MANY))
TEMPLATES = list(_MADE)[:_MANY]


def test_the_check_has_nothing_against_them() -> None:
    assert len(TEMPLATES) == _MANY
    found = {}
    for template in TEMPLATES:
        reading = read_template(template)
        assert reading.fault is None, (template, reading.fault)
        told = [one.message for one in issues_of(reading, VARIABLES)]
        if told:
            found[template] = told
    assert found == {}


def test_both_render_them_the_same_in_every_language() -> None:
    asked = []
    for number, template in enumerate(TEMPLATES):
        body = compile_body(template)
        locale = _LOCALES[number % len(_LOCALES)]
        for values in (FULL, LEAST):
            asked.append((body.html, values, locale, "html"))
            asked.append((body.text, values, locale, "text"))
    here = [render(template, values, tag, Output(out)) for template, values, tag, out in asked]
    assert [one for one in here if isinstance(one, Fault)] == []
    there = run_in_node("templates.mjs", asked)
    differ = [
        (case[0], case[2], python, script)
        for case, python, script in zip(asked, here, there, strict=True)
        if python != script
    ]
    assert differ == []
