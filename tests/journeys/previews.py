"""What tests of the preview look at: the showcase with a change in it, and every kind of screen."""

import shutil
from pathlib import Path

from tests.journeys.showcase import Showcase

BUILD = "build/preview"
SCREENS = {
    "overview": ("#/overview", "All content"),
    "strings": ("#/list/translations", "Strings"),
    "plural": ("#/entry/translations/shop:cart.items?locale=ru&area=acme-shop", "shop:cart.items"),
    "all languages": ("#/entry/texts/deposit.termsNotice?locale=all", "deposit.termsNotice"),
    "mail": ("#/entry/templates/account.welcome?locale=es", "account.welcome"),
    "sms": ("#/entry/templates/security.oneTimeCode?locale=ru", "security.oneTimeCode"),
    "agreement": (
        "#/entry/templates/agreements.clientAgreement?locale=en",
        "agreements.clientAgreement",
    ),
    "banner": ("#/entry/banners/summer?locale=es", "summer"),
    "document": ("#/entry/documents/fee-schedule?locale=en", "fee-schedule"),
    "level": ("#/entry/levels/basic?locale=pl", "basic"),
    "status": ("#/entry/statuses/active?locale=ru", "active"),
    "area": ("#/areas/acme-shop?area=acme-shop", "Acme Shop"),
    "changes": ("#/changes/acme-portal", "What changes in Acme Client Portal"),
    "before and after": (
        "#/entry/translations/payments:deposit.minimum?locale=es",
        "payments:deposit.minimum",
    ),
    "findings": ("#/findings", "Findings"),
    "nothing": ("#/entry/texts/no.such?locale=es", "Not here"),
    "right to left": (
        "#/entry/texts/deposit.termsNotice?locale=ar&area=acme-shop",
        "deposit.termsNotice",
    ),
}
"""Addresses of screens with their headings."""


def preview_changed_showcase(root: Path, checked: Path) -> None:
    """Fill a folder with the changed showcase and its preview, on a certain day."""
    project = changed_showcase(root, checked)
    project.run("preview", "--base", "HEAD", "--today", "2026-06-01").exits(0)


def changed_showcase(root: Path, checked: Path) -> Showcase:
    """Return a copy of the showcase in which a string differs from the commit, and one lacks."""
    shutil.copytree(checked, root, dirs_exist_ok=True)
    project = Showcase(root)
    project.commit()
    project.edit("content/translations/payments/es.po", "Depósito mínimo", "Ingreso mínimo")
    russian = "content/translations/common/ru.po"
    entries = (root / russian).read_text(encoding="utf-8").split("\n\n")
    project.files({russian: "\n\n".join([*entries[:-1], ""])})
    return project
