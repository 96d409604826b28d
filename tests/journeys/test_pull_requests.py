"""Pull requests on the showcase, each one story: what check, diff and report say, kept and read.

UPDATE_CASES=1 writes the files in pull-requests/ anew; read the difference before keeping it.
"""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from compiler.adapters.pdf_reader import PdfiumReader
from tests.journeys.showcase import SHOWCASE, Showcase
from tests.pdf_kit import good_pdf
from tests.pdfs import locked_pdf

STORIES = Path(__file__).with_name("pull-requests")
CARD = "content/texts/deposit/cardNotice.yaml"
LICENCE = "content/documents/Acme-Investment-Firm-Licence-2026-v1.pdf"
WELCOME = "content/templates/account/welcome.yaml"
COMMON = "content/translations/common"
IMAGE = str(SHOWCASE / "content/areas/acme-shop/banners/refer-a-friend/pl/wide.webp")
WAIVER = (
    "waivers:\n  - {{rule: deleted-active-template, entity: templates/account.welcome, "
    "reason: Sent by the shop now., expires: {}}}\n"
)
Story = Callable[[Showcase], object]


def gone(path: str) -> Story:
    return lambda here: (here.root / path).unlink()


def edited(path: str, old: str, new: str) -> Story:
    return lambda here: here.edit(path, old, new)


def ran(*command: str) -> Story:
    return lambda here: here.run(*command).exits(0)


def written(path: str, text: str) -> Story:
    return lambda here: here.files({path: text})


def conflict(here: Showcase) -> None:
    here.edit(
        f"{COMMON}/es.po",
        'msgstr "Copiar"',
        '<<<<<<< HEAD\nmsgstr "Copiar"\n=======\nmsgstr "Copiar ya"\n>>>>>>> work',
    )


def new_licence(here: Showcase) -> None:
    """Another licence, written by another program: one page more, and other words on the first."""
    path = here.root / LICENCE
    (page,) = PdfiumReader().text(path.read_bytes()).pages
    text = (
        page.replace("\r", "")
        .replace("€20,000", "€30,000")
        .replace("1 January 2026", "1 April 2027")
    )
    path.write_bytes(good_pdf(text, "Annex: none."))


CONSUMED = ("content/consumers/shop/4.2.json", '{"keys": {"common": ["action.copy"]}}\n')
CODE_SETTINGS = """\
version: 1
code:
  - {files: ["app/**/*.ts"], functions: [t], namespace: common}
"""
CODE = (
    "app/copy.ts",
    (
        "export const copy = () => t('action.copy');\n"
        "export const all = () => `${t('action.copy')} (${t(`action.${verb}`)})`;\n"
    ),
)
PULL_REQUESTS: dict[str, list[Story]] = {
    "new-key": [ran("add", "translations/portal:pay.now", "--text", "Pay now", "--text.es", "Paga ya")],
    "new-key-in-every-language": [
        ran(
            "add", "translations/portal:pay.now", "--text", "Pay now", "--text.es", "Pagar ahora",
            "--text.pl", "Zapłać teraz", "--text.ru", "Оплатить",
        )
    ],
    "stale-text": [edited(CARD, "title: Paying by card", "title: Pay by card")],
    "translation-changed": [edited(f"{COMMON}/es.po", 'msgstr "Copiar"', 'msgstr "Copiar al portapapeles"')],
    "deleted-template": [gone(WELCOME)],
    "deleted-template-with-a-waiver": [gone(WELCOME), written("waivers.yaml", WAIVER.format("2099-12-31"))],
    "expired-waiver": [gone(WELCOME), written("waivers.yaml", WAIVER.format("2020-01-31"))],
    "swapped-banner": [ran("add", "banners/summer", "--locale", "es", "--slot", "wide", "--file", IMAGE)],
    "renamed-label": [ran("rename", "translations/common:action.copy", "action.copyAll")],
    "renamed-text": [ran("rename", "texts/deposit.cardNotice", "texts/deposit.cards")],
    "reformatted-file": [edited(CARD, "title: Paying by card", 'title: "Paying by card"  # quoted')],
    "conflict-in-po": [conflict],
    "overridden-in-an-area": [
        ran("add", "translations/common:action.copy", "--text", "Duplicate", "--area", "acme-shop")
    ],
    "language-disabled": [ran("disable", "pl")],
    "changed-level-type": [edited("content/levels/basic.yaml", "type: personal", "type: business")],
    "changed-channel": [edited(WELCOME, "channel: email", "channel: push")],
    "broken-yaml": [edited(CARD, "locales:", "locales: [")],
    "new-address-of-an-area": [
        edited("content/areas/acme-shop/area.yaml", "https://shop.acme", "https://store.acme")
    ],
    "removed-consumed-key": [
        written(*CONSUMED),
        ran("remove", "translations/common:action.copy"),
    ],
    "deleted-key-that-code-uses": [
        edited("clientarea.yaml", "version: 1\n", CODE_SETTINGS),
        written(*CODE),
        ran("remove", "translations/common:action.copy"),
    ],
    "new-licence": [new_licence],
    "locked-pdf": [lambda here: here.files({LICENCE: locked_pdf()})],
    "argument-added": [
        ran("add", "translations/common:action.copy", "--text", "Copy {name}", "--overwrite")
    ],
    "nothing-for-visitors": [written("content/owners/beta.yaml", "name: Beta Ltd\n")],
}  # fmt: skip


@pytest.mark.parametrize("name", PULL_REQUESTS)
def test_a_pull_request_is_judged_at_a_glance(showcase: Showcase, name: str) -> None:
    (showcase.root / ".gitignore").write_text("build\n", encoding="utf-8")
    showcase.commit().git("branch", "-M", "main").git("checkout", "--quiet", "-b", "work")
    for story in PULL_REQUESTS[name]:
        story(showcase)
    showcase.commit("Change content")
    told = ""
    for command in (
        ("check", "--base", "main"),
        ("diff", "main"),
        ("report", "--base", "main"),
    ):
        showcase.run(*command)
        assert showcase.code in (0, 1), showcase.err
        told += f"$ clientarea {' '.join(command)}\n{_lasting(showcase.out)}\n"
    expected = STORIES / f"{name}.txt"
    if os.environ.get("UPDATE_CASES"):
        STORIES.mkdir(exist_ok=True)
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")


def _lasting(text: str) -> str:
    """Return what lasts when the showcase grows or a library changes: no hashes, no totals."""
    text = re.sub(r"\b[0-9a-f]{64}\b", "…", text)
    return re.sub(r"\b\d+(?= entries in \d+ languages checked|(?<=of \d{3}) entries, )", "N", text)


def test_there_are_twenty_of_them() -> None:
    assert len(PULL_REQUESTS) >= 20
    assert {path.stem for path in STORIES.iterdir()} == set(PULL_REQUESTS)
