"""What Kotlin and Swift pass, against the placeholders of the message: both ways, never in doubt."""

import pytest

from compiler.code.code_read import CodeRead, FileUses, SourceUses
from compiler.code.reading import uses_in
from compiler.rules.keys.arguments import mismatches
from compiler.rules.keys.declared import Key
from compiler.rules.keys.judging import judge
from tests.rules.keys.test_verdicts import OWN, WORDS, content_of

MESSAGES = {
    "pay": "Pay {amount} to {name}",
    "ok": "OK",
    "items": "{count, plural, one {# item} other {# items}}",
    "left": "{count, plural, one {# item} other {# items}} of {total}",
    "listed": "{0} of {1}",
}
KOTLIN = {
    "Text(stringResource(R.string.pay, amount, name))": "",
    "Text(stringResource(R.string.pay, amount))": "pay: 1 lacks amount, name",
    "Text(stringResource(R.string.pay))": "pay: 0 lacks amount, name",
    "Text(stringResource(R.string.ok))": "",
    "Text(stringResource(R.string.ok, name))": "ok: 1 is too many",
    "show(context.getString(R.string.pay, a, b, c))": "pay: 3 is too many",
    "val s = getString(R.string.pay, a, b, c)": "pay: 3 is too many",
    "val pattern = getString(R.string.pay)": "",
    "fun f() = getString(R.string.pay)": "",
    "val s = getString(R.string.pay).format(a)": "pay: 1 lacks amount, name",
    "val s = getString(R.string.pay).format(a, b)": "",
    "val s = getString(R.string.pay).uppercase()": "",
    "val s = getString(R.string.pay, *values)": "",
    "val s = String.format(getString(R.string.pay), a)": "",
    "val id = R.string.pay": "",
    "val s = resources.getQuantityString(R.plurals.items, n, n)": "",
    "Text(pluralStringResource(R.plurals.items, n))": "",
    "val s = pluralStringResource(R.plurals.items, n, n, m)": "items: 2 is too many",
    "val s = pluralStringResource(R.plurals.left, n, n, total)": "",
    "val s = pluralStringResource(R.plurals.left, n, total)": "",
    "val s = getString(R.string.listed, a, b)": "",
    "val s = getString(R.string.listed, a)": "listed: 1 lacks 0, 1",
    't("pay", "amount" to 3, "name" to n)': "",
    't("pay", "amount" to 3)': "pay: lacks name",
    't("pay", mapOf("amount" to 3, "nam" to n))': "pay: lacks name; nam is needless",
    't("pay", amount = 3, name = n)': "",
    't("ok", "amount" to 3)': "ok: amount is needless",
    't("pay")': "pay: lacks amount, name",
    't("pay", values)': "",
    't("pay", mapOf(entry))': "",
    't("pay", mapOf(key to 3))': "",
}
SWIFT = {
    'let s = String(format: NSLocalizedString("pay", comment: ""), amount, name)': "",
    'let s = String(format: NSLocalizedString("pay", comment: ""), amount)': (
        "pay: 1 lacks amount, name"
    ),
    'let s = String(format: NSLocalizedString("ok", comment: ""), amount)': "ok: 1 is too many",
    'let s = String(format: NSLocalizedString("pay", comment: ""), arguments: all)': "",
    'let s = String(format: NSLocalizedString("pay", comment: ""), locale: here, a, b)': "",
    'let s = String.localizedStringWithFormat(NSLocalizedString("pay", comment: ""), a)': (
        "pay: 1 lacks amount, name"
    ),
    'let pattern = NSLocalizedString("pay", comment: "")': "",
    'let s = String(localized: "pay")': "",
    'let s = String(localized: "pay", defaultValue: "Pay \\(amount)")': "pay: 1 lacks amount, name",
    'let s = String(localized: "pay", defaultValue: "Pay \\(amount) to \\(name)")': "",
    'Text("pay")': "pay: 0 lacks amount, name",
    'Text("ok")': "",
    't("pay", ["amount": 3, "name": n])': "",
    't("pay", ["amount": 3])': "pay: lacks name",
    't("pay", amount: 3, nam: n)': "pay: lacks name; nam is needless",
    't("pay", [key: 3])': "",
    't("pay", values)': "",
}


def told(name: str, code: str) -> str:
    """Return what does not fit, in a few words."""
    content = content_of({Key(OWN, label) for label in MESSAGES}, MESSAGES)
    uses = uses_in(name, code.encode(), WORDS)
    found = judge(content, CodeRead((SourceUses(OWN, (FileUses(name, uses),)),)))
    said = []
    for one in mismatches(found):
        number = "" if one.number is None else f"{one.number} "
        parts = [f"{number}lacks {', '.join(one.lacking)}"] if one.lacking else []
        parts += [f"{name} is needless" for name in one.needless]
        said.append(f"{one.key.label}: {'; '.join(parts) or f'{number}is too many'}")
    return " / ".join(said)


@pytest.mark.parametrize(("code", "wanted"), KOTLIN.items())
def test_kotlin(code: str, wanted: str) -> None:
    assert told("Screen.kt", code) == wanted


@pytest.mark.parametrize(("code", "wanted"), SWIFT.items())
def test_swift(code: str, wanted: str) -> None:
    assert told("View.swift", code) == wanted
