"""The library that Weblate reads files with takes what is handed out for applications."""

import json
from typing import Any

from translate.storage.aresource import AndroidResourceFile
from translate.storage.jsonl10n import ARBJsonFile
from translate.storage.properties import stringsutf8file
from translate.storage.stringsdict import StringsDictFile

from tests.edit.interchange.samples import handed_out, po

OWN = {
    "content/translations/ns/en.po": po(
        'msgctxt "pay"\nmsgid "It\'s <b>{amount}</b> \\"net\\"\\nfor {name} @ 5% & more"\nmsgstr ""\n',
        'msgctxt "bold"\nmsgid "  a <b>b</b>"\nmsgstr ""\n',
        'msgctxt "items"\nmsgid "{n, plural, one {# item} other {# items, 5%}}"\nmsgstr ""\n',
    ).encode()
}


def texts(store: Any, data: bytes) -> dict[str, str | list[str]]:
    """Return the texts that the other reader finds, plurals as their forms."""
    store.parse(data)
    found = {}
    for unit in store.units:
        text = unit.target or unit.source
        strings = getattr(text, "strings", None)
        found[unit.getid()] = (
            str(text) if strings is None else [form for form in map(str, strings) if form]
        )
    return {name: text for name, text in found.items() if text}


def test_string_resources() -> None:
    data = handed_out("android", OWN).files["values/strings.xml"]
    assert texts(AndroidResourceFile(), data) == {
        "pay": 'It\'s <b>%1$s</b> "net"\nfor %2$s @ 5%% & more',
        "bold": "  a <b>b</b>",
        "items": ["%1$d item", "%1$d items, 5%%"],
    }


def test_tables() -> None:
    files = handed_out("apple-strings", OWN).files
    assert texts(stringsutf8file(), files["en.lproj/Localizable.strings"]) == {
        "pay": 'It\'s <b>%1$@</b> "net"\nfor %2$@ @ 5%% & more',
        "bold": "  a <b>b</b>",
    }
    plurals = texts(StringsDictFile(), files["en.lproj/Localizable.stringsdict"])
    assert plurals["items:count"] == ["%1$lld item", "%1$lld items, 5%%"]


def test_messages_of_flutter() -> None:
    data = handed_out("arb", OWN).files["app_en.arb"]
    assert texts(ARBJsonFile(), data)["items"] == json.loads(data)["items"]
