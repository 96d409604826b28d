"""Which areas a change of shared content reaches: those that have no word of their own."""

from pathlib import Path

import pytest

from compiler.review.changes import changes_of
from compiler.review.reaching import reach_of
from tests.builders import po
from tests.review.versions import versions

RECORD = "name: {0}\ntype: web_shop\nhosting: custom\nurl: https://{0}.example\nowner: acme\n"
LEVEL = "type: personal\nlocales: {{en: {{title: {0}}}, es: {{title: {1}}}}}\n"
TEXT = "locales: {{en: {{title: {0}}}}}\n"
BEFORE: dict[str, str | bytes | None] = {
    "content/configurations/languages.yaml": "source: en\nactive: [en, es, pl]\nenabled: [en, es]\n",
    "content/configurations/general.yaml": "clients: {accounts_max: 5, demo_account: true}\n",
    "content/configurations/documents.yaml": "documents: {passport_or_id: {required: true}}\n",
    "content/configurations/support.yaml": "desk: main\n",
    "content/owners/acme.yaml": "name: Acme\nbranding: {colors: {link: '#00794a', text: '#12263a'}}\n",
    "content/levels/basic.yaml": LEVEL.format("Basic", "Básico"),
    "content/statuses/open.yaml": "locales: {en: {title: Open}, pl: {title: Nowe}}\n",
    "content/texts/legal/terms.yaml": TEXT.format("Terms"),
    "content/texts/shop/terms.yaml": TEXT.format("Terms"),
    "content/templates/code.yaml": "channel: sms\nactive: true\nlocales: {en: {description: Hi}}\n",
    "content/documents/fees.yaml": "name: Fees\nactive: true\nlink: https://a.example\n",
    "content/banners/sale/banner.yaml": "locales: {en: {description: Summer}}\n",
    "content/translations/common/en.po": po("en", {"a": ("A", ""), "b": ("B", "")}),
    "content/translations/common/es.po": po("es", {"a": ("A", "Ah"), "b": ("B", "Be")}),
    "content/areas/app/area.yaml": RECORD.format("app")
    + "content: {namespaces: [portal], languages: [en]}\n",
    "content/areas/portal/area.yaml": RECORD.format("portal"),
    "content/areas/shop/area.yaml": RECORD.format("shop")
    + "support: {desk: shop}\nbranding: {colors: {link: '#2456d6'}}\ncontent: {texts: [shop.*]}\n",
    "content/areas/shop/configurations/general.yaml": "clients: {accounts_max: 1}\n",
    "content/areas/shop/configurations/documents.yaml": "documents: {passport_or_id: null}\n",
    "content/areas/shop/levels/basic.yaml": "locales: {es: {title: Sencillo}}\n",
    "content/areas/shop/texts/shop/terms.yaml": "locales: {en: {title: Our terms}}\n",
    "content/areas/shop/templates/code.yaml": "active: false\n",
    "content/areas/shop/documents/fees.yaml": "active: false\n",
    "content/areas/shop/banners/sale/banner.yaml": "locales: {en: {description: Sale}}\n",
    "content/areas/shop/translations/common/es.po": po("es", {"a": ("A", "Aa")}),
}
ALL = "app portal shop"


@pytest.mark.parametrize(
    ("path", "text", "reached"),
    [
        ("configurations/general.yaml", "clients: {accounts_max: 6, demo_account: true}\n", {"clients.accounts_max": "app portal"}),
        ("configurations/general.yaml", "clients: {accounts_max: 5, demo_account: false}\n", {"clients.demo_account": ALL}),
        ("configurations/documents.yaml", "documents: {passport_or_id: {required: false}}\n", {"documents.passport_or_id.required": "app portal"}),
        ("configurations/support.yaml", "desk: first\n", {"desk": "app portal"}),
        ("owners/acme.yaml", "name: Acme Ltd\nbranding: {colors: {link: '#006644', text: '#000000'}}\n", {"name": ALL, "branding.colors.link": "app portal", "branding.colors.text": ALL}),
        ("levels/basic.yaml", LEVEL.format("Starter", "Simple"), {"en.title": ALL, "es.title": "portal"}),
        ("statuses/open.yaml", "locales: {en: {title: New}, pl: {title: Otwarte}}\n", {"en.title": ALL, "pl.title": ""}),
        ("texts/legal/terms.yaml", TEXT.format("Rules"), {"en.title": "app portal"}),
        ("texts/shop/terms.yaml", TEXT.format("Rules"), {"en.title": "app portal"}),
        ("templates/code.yaml", "channel: sms\nactive: false\nlocales: {en: {description: Hi}}\n", {"active": "app portal"}),
        ("documents/fees.yaml", "name: Fees\nactive: false\nlink: https://b.example\n", {"active": "app portal", "link": ALL}),
        ("banners/sale/banner.yaml", "locales: {en: {description: Winter}}\n", {"en.description": "app portal"}),
        ("translations/common/es.po", po("es", {"a": ("A", "Eh"), "b": ("B", "Bi")}), {"a es.text": "portal", "b es.text": "portal shop"}),
        ("translations/common/en.po", po("en", {"a": ("A", ""), "b": ("Bee", "")}), {"b text": "portal shop"}),
        ("areas/shop/levels/basic.yaml", "locales: {es: {title: Simple}}\n", {"es.title": None}),
        ("areas/shop/area.yaml", RECORD.format("store"), {"name": None, "url": None, "support": None, "branding": None, "content.texts": None}),
    ],
)  # fmt: skip
def test_a_change_reaches_who_has_no_word_of_its_own(
    tmp_path: Path, path: str, text: str, reached: dict[str, str | None]
) -> None:
    found = versions(tmp_path, BEFORE, {f"content/{path}": text})
    now = {}
    for change in changes_of(found):
        part = ".".join(filter(None, (change.locale, change.part)))
        label = change.entity.partition(":")[2]
        reach = reach_of(change, found.now)
        now[f"{label} {part}".strip()] = None if reach is None else " ".join(reach.sees)
    assert now == reached


def test_without_areas_there_is_nobody_to_name(tmp_path: Path) -> None:
    path = "content/levels/basic.yaml"
    found = versions(
        tmp_path, {path: LEVEL.format("Basic", "B")}, {path: LEVEL.format("Starter", "B")}
    )
    assert [reach_of(one, found.now) for one in changes_of(found)] == [None]
