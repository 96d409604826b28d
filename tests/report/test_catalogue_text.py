"""A catalogue as `git diff` shows it: a line says which entry it is of."""

from compiler.read.po import read_po
from compiler.report.catalogue_text import catalogue_text


def test_a_line_has_its_label() -> None:
    data = r"""
msgid ""
msgstr ""
"Language: es\n"

#. Greets a customer.
#: src/home.ts:12
#, fuzzy, max-length:20
msgctxt "home.welcome"
msgid ""
"Welcome, "
"{name}!\n"
msgstr "¡Hola, {name}!"

msgctxt "items"
msgid "{count} item"
msgid_plural "{count} items"
msgstr[0] "{count} artículo"
msgstr[1] "{count} artículos"

msgid "Untranslated\u202e"
msgstr ""

#~ msgctxt "gone"
#~ msgid "Gone"
#~ msgstr "Ido"
"""
    assert catalogue_text(read_po("es.po", data.encode())).splitlines() == [
        "Language: es",
        r"home.welcome: Welcome, {name}!\n",
        "home.welcome = ¡Hola, {name}!",
        "home.welcome # fuzzy, max-length:20",
        "home.welcome # Greets a customer.",
        "items: {count} item",
        "items: {count} items",
        "items[0] = {count} artículo",
        "items[1] = {count} artículos",
        "Untranslated\\u202e: Untranslated\\u202e",
        "~gone: Gone",
        "~gone = Ido",
    ]
