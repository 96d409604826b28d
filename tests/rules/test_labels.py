"""Styles of labels, and the label that is offered instead."""

from pathlib import Path

import pytest

from tests.rules.cases import judged, repository

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


@pytest.mark.parametrize(
    ("style", "label", "hint"),
    [
        ("camelCase", "checkout.payButton", None),
        ("camelCase", "checkout.payButton_v2", None),
        ("camelCase", "errors.404", None),
        ("camelCase", "checkout.pay_button", "`checkout.payButton` is"),
        ("camelCase", "Checkout.PayButton_v2", "`checkout.payButton_v2` is"),
        ("camelCase", "checkout.HTTPError", "`checkout.httpError` is"),
        ("snake_case", "checkout.pay_button", None),
        ("snake_case", "checkout.pay_button_v2", None),
        ("snake_case", "checkout.payButton", "`checkout.pay_button` is"),
        ("kebab-case", "checkout.pay-button_v2", None),
        ("kebab-case", "checkout.payButton", "`checkout.pay-button` is"),
        ("any", "Checkout.Pay_Button", None),
    ],
)
def test_a_label_is_in_the_style_or_told_with_one_that_is(
    tmp_path: Path, style: str, label: str, hint: str | None
) -> None:
    entry = f'\nmsgctxt "{label}"\nmsgid "Pay"\nmsgstr ""\n'
    files: dict[str, str | bytes] = {
        "clientarea.yaml": f"version: 1\nlabels: {style}\n",
        "content/configurations/languages.yaml": "source: en\nactive: [en]\nenabled: [en]\n",
        "content/translations/portal/en.po": HEADER + entry,
    }
    findings = judged(repository(tmp_path, files)).findings
    assert [one.hint for one in findings] == ([hint] if hint else [])
