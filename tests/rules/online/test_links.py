"""Which addresses of content are followed, where each stands, and what is said of their fates."""

from pathlib import Path

import pytest

from compiler.adapters.work_tree import WorkTree
from compiler.load.loading import load
from compiler.ports.links import Answer, Fate
from compiler.rules.online.links import links_of, urls_in
from compiler.rules.online.table import RULES, link_findings
from tests.rules.cases import repository

HEAD = 'msgid ""\nmsgstr "Language: {}\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
FILES = {
    "content/areas/shop/area.yaml": (
        "name: Shop\ntype: web_shop\nhosting: integrated\nurl: https://shop.eu\n"
    ),
    "content/documents/fees.yaml": "name: Fees\nlink: https://a.eu/fees.pdf\n",
    "content/banners/summer/banner.yaml": (
        "properties: {link: 'https://a.eu/summer', more: [{to: 'https://a.eu/more'}], note: 'at https://a.eu'}\n"
        "locales: {en: {description: Summer}}\n"
    ),
    "content/texts/legal/terms.yaml": (
        "locales:\n  en:\n    title: Terms\n    description: See https://a.eu/a?x=1&amp;y=2.\n"
    ),
    "content/texts/legal/terms.es.md": (
        "---\ntitle: Condiciones\n---\n\n# Uno\n\nVéase [aquí](https://a.eu/es), <https://a.eu/b>.\n"
    ),
    "content/templates/hello.yaml": (
        "channel: email\nlocales: {en: {title: Hi, description: 'https://a.eu/{{ id }} https://a.eu/t'}}\n"
    ),
    "content/translations/portal/en.po": (
        f'{HEAD.format("en")}msgctxt "a"\nmsgid "See https://a.eu/s or https://a.eu/{{id}}"\nmsgstr ""\n'
    ),
    "content/translations/portal/es.po": (
        f'{HEAD.format("es")}msgctxt "a"\nmsgid "See https://a.eu/s or https://a.eu/{{id}}"\n'
        'msgstr "Véase https://a.eu/s-es o https://a.eu/{id}"\n'
    ),
}  # fmt: skip


def test_every_link_is_found_at_its_place(tmp_path: Path) -> None:
    root = repository(tmp_path, dict(FILES))
    told = [
        f"{one.place.path}:{one.place.line}:{one.place.column} {one.url} {one.entity} {one.locale}"
        for one in links_of(load(WorkTree(root, root)).content)
    ]
    assert sorted(told) == [
        "content/areas/shop/area.yaml:4:6 https://shop.eu areas/shop None",
        "content/banners/summer/banner.yaml:1:20 https://a.eu/summer banners/summer None",
        "content/banners/summer/banner.yaml:1:55 https://a.eu/more banners/summer None",
        "content/documents/fees.yaml:2:7 https://a.eu/fees.pdf documents/fees None",
        "content/templates/hello.yaml:2:40 https://a.eu/t templates/hello en",
        "content/texts/legal/terms.es.md:7:14 https://a.eu/es texts/legal.terms es",
        "content/texts/legal/terms.es.md:7:33 https://a.eu/b texts/legal.terms es",
        "content/texts/legal/terms.yaml:4:18 https://a.eu/a?x=1&y=2 texts/legal.terms en",
        "content/translations/portal/en.po:5:12 https://a.eu/s translations/portal:a en",
        "content/translations/portal/es.po:6:15 https://a.eu/s-es translations/portal:a es",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[a](https://a.eu/a)[b](https://a.eu/b)", ["https://a.eu/a", "https://a.eu/b"]),
        ("(https://a.eu/a_(b)).", ["https://a.eu/a_(b)"]),
        ("**https://a.eu**, `https://b.eu`!", ["https://a.eu", "https://b.eu"]),
        ('<a href="https://a.eu/x">x</a>', ["https://a.eu/x"]),
        ("见https://a.eu/x。", ["https://a.eu/x"]),
        ("http:// ftp://a.eu mailto:a@b.eu www.a.eu", []),
    ],
)
def test_an_address_ends_where_its_sentence_goes_on(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in urls_in(text)] == found


def test_each_fate_has_its_rule(tmp_path: Path) -> None:
    root = repository(tmp_path, {"content/documents/a.yaml": "name: A\nlink: https://a.eu/x\n"})
    links = links_of(load(WorkTree(root, root)).content)
    said = {
        fate: [
            f"{one.severity.value}: {one.message} [{one.rule}] = {one.hint}"
            for one in link_findings(links, {"https://a.eu/x": Answer(fate, "answers so", "https://b.eu")})
        ]
        for fate in Fate
    }  # fmt: skip
    assert said == {
        Fate.ALIVE: [],
        Fate.DEAD: ["warning: `https://a.eu/x` answers so [dead-link] = lead somewhere else, or take it out"],
        Fate.PRIVATE: ["warning: `https://a.eu/x` answers so [private-link] = lead visitors to an address that is open to them"],
        Fate.MOVED: ["info: `https://a.eu/x` has moved for good [moved-link] = write `https://b.eu`"],
        Fate.UNKNOWN: ["info: `https://a.eu/x` answers so [unknown-link] = None"],
    }  # fmt: skip
    assert len(RULES) == len(Fate) - 1
