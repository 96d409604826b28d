"""What a change of the source makes of a translation: source, translation, and what comes of it."""

import pytest

from tests.edit.sync.samples import synced

CASES = {
    "a new label comes untranslated, in the source's order, with what the source says": (
        (
            '#. Buys.\n#: cart.ts:1\n#, max-length:9\nmsgctxt "buy"\nmsgid "Buy"\nmsgstr ""\n\n'
            'msgctxt "pay"\nmsgid "Pay"\nmsgstr ""\n'
        ),
        'msgctxt "pay"\nmsgid "Pay"\nmsgstr "Pagar"\n',
        (
            '#. Buys.\n#: cart.ts:1\n#, max-length:9\nmsgctxt "buy"\nmsgid "Buy"\nmsgstr ""\n\n'
            'msgctxt "pay"\nmsgid "Pay"\nmsgstr "Pagar"\n'
        ),
        {"added": ["buy"]},
    ),
    "a changed source text makes a translation stale": (
        'msgctxt "pay"\nmsgid "Pay now"\nmsgstr ""\n',
        '# Short!\nmsgctxt "pay"\nmsgid "Pay"\nmsgstr "Pagar"\n',
        '# Short!\n#, fuzzy\n#| msgid "Pay"\nmsgctxt "pay"\nmsgid "Pay now"\nmsgstr "Pagar"\n',
        {"stale": ["pay"]},
    ),
    "the text that it was translated from stays the previous one": (
        'msgctxt "pay"\nmsgid "Pay at once"\nmsgstr ""\n',
        '#, fuzzy\n#| msgid "Pay"\nmsgctxt "pay"\nmsgid "Pay now"\nmsgstr "Pagar"\n',
        '#, fuzzy\n#| msgid "Pay"\nmsgctxt "pay"\nmsgid "Pay at once"\nmsgstr "Pagar"\n',
        {"stale": ["pay"]},
    ),
    "a source text that comes back makes it current again": (
        'msgctxt "pay"\nmsgid "Pay"\nmsgstr ""\n',
        '#, fuzzy\n#| msgid "Pay"\nmsgctxt "pay"\nmsgid "Pay now"\nmsgstr "Pagar"\n',
        'msgctxt "pay"\nmsgid "Pay"\nmsgstr "Pagar"\n',
        {"current": ["pay"]},
    ),
    "what nobody has confirmed is marked so while it is stale": (
        'msgctxt "pay"\nmsgid "Pay now"\nmsgstr ""\n',
        '#, fuzzy\nmsgctxt "pay"\nmsgid "Pay"\nmsgstr "Pagar"\n',
        '#, fuzzy, unreviewed\n#| msgid "Pay"\nmsgctxt "pay"\nmsgid "Pay now"\nmsgstr "Pagar"\n',
        {"stale": ["pay"]},
    ),
    "and is not confirmed by a source text that comes back": (
        'msgctxt "pay"\nmsgid "Pay"\nmsgstr ""\n',
        '#, fuzzy, unreviewed\n#| msgid "Pay"\nmsgctxt "pay"\nmsgid "Pay now"\nmsgstr "Pagar"\n',
        '#, fuzzy\nmsgctxt "pay"\nmsgid "Pay"\nmsgstr "Pagar"\n',
        {"current": ["pay"]},
    ),
    "an untranslated entry just gets the new text": (
        'msgctxt "pay"\nmsgid "Pay now"\nmsgstr ""\n',
        'msgctxt "pay"\nmsgid "Pay"\nmsgstr ""\n',
        'msgctxt "pay"\nmsgid "Pay now"\nmsgstr ""\n',
        {"renewed": ["pay"]},
    ),
    "a text that becomes a plural is its first form": (
        'msgctxt "items"\nmsgid "One item"\nmsgid_plural "{count} items"\nmsgstr[0] ""\nmsgstr[1] ""\n',
        'msgctxt "items"\nmsgid "Items"\nmsgstr "Artículos"\n',
        (
            '#, fuzzy\n#| msgid "Items"\nmsgctxt "items"\nmsgid "One item"\nmsgid_plural "{count} items"\n'
            'msgstr[0] "Artículos"\nmsgstr[1] ""\n'
        ),
        {"stale": ["items"]},
    ),
    "a plural that becomes one text keeps its other forms in comments": (
        'msgctxt "items"\nmsgid "Items"\nmsgstr ""\n',
        (
            'msgctxt "items"\nmsgid "One item"\nmsgid_plural "{count} items"\n'
            'msgstr[0] "Un artículo"\nmsgstr[1] "{count} artículos"\n'
        ),
        (
            '# former plural form: "{count} artículos"\n#, fuzzy, unreviewed\n#| msgid "One item"\n'
            '#| msgid_plural "{count} items"\nmsgctxt "items"\nmsgid "Items"\nmsgstr "Un artículo"\n'
        ),
        {"stale": ["items"]},
    ),
    "a label that is gone becomes obsolete, sorted among the others; without a text it goes": (
        'msgctxt "pay"\nmsgid "Pay"\nmsgstr ""\n',
        (
            '#. Sells.\n#: cart.ts:1\nmsgctxt "sell"\nmsgid "Sell"\nmsgstr "Vender"\n\n'
            'msgctxt "lend"\nmsgid "Lend"\nmsgstr ""\n\n'
            'msgctxt "pay"\nmsgid "Pay"\nmsgstr "Pagar"\n\n'
            '#~ msgctxt "tip"\n#~ msgid "Tip"\n#~ msgstr "Propina"\n'
        ),
        (
            'msgctxt "pay"\nmsgid "Pay"\nmsgstr "Pagar"\n\n'
            '#~ msgctxt "sell"\n#~ msgid "Sell"\n#~ msgstr "Vender"\n\n'
            '#~ msgctxt "tip"\n#~ msgid "Tip"\n#~ msgstr "Propina"\n'
        ),
        {"obsolete": ["sell"], "removed": ["lend"]},
    ),
    "a label that is back is taken from the obsolete ones": (
        'msgctxt "pay"\nmsgid "Pay"\nmsgstr ""\n\nmsgctxt "tip"\nmsgid "A tip"\nmsgstr ""\n',
        (
            '#~ msgctxt "pay"\n#~ msgid "Pay"\n#~ msgstr "Pagar"\n\n'
            '#~ msgctxt "tip"\n#~ msgid "Tip"\n#~ msgstr "Propina"\n'
        ),
        (
            'msgctxt "pay"\nmsgid "Pay"\nmsgstr "Pagar"\n\n'
            '#, fuzzy\n#| msgid "Tip"\nmsgctxt "tip"\nmsgid "A tip"\nmsgstr "Propina"\n'
        ),
        {"revived": ["pay", "tip"]},
    ),
    "a renamed label is not guessed": (
        'msgctxt "cart.pay"\nmsgid "Pay"\nmsgstr ""\n',
        'msgctxt "pay"\nmsgid "Pay"\nmsgstr "Pagar"\n',
        (
            'msgctxt "cart.pay"\nmsgid "Pay"\nmsgstr ""\n\n'
            '#~ msgctxt "pay"\n#~ msgid "Pay"\n#~ msgstr "Pagar"\n'
        ),
        {"added": ["cart.pay"], "obsolete": ["pay"]},
    ),
    "flags of the source take the place of those of their name; what it silences stays there": (
        '#, max-length:20, ignore-label-style\nmsgctxt "pay"\nmsgid "Pay"\nmsgstr ""\n',
        '#, max-length:9, ignore-same\nmsgctxt "pay"\nmsgid "Pay"\nmsgstr "Pagar"\n',
        '#, ignore-same, max-length:20\nmsgctxt "pay"\nmsgid "Pay"\nmsgstr "Pagar"\n',
        {"remarks": ["pay"]},
    ),
    "a translation ends with a line end where its source does": (
        'msgctxt "pay"\nmsgid "Pay\\n"\nmsgstr ""\n\nmsgctxt "tip"\nmsgid "Tip"\nmsgstr ""\n',
        'msgctxt "pay"\nmsgid "Pay\\n"\nmsgstr "Pagar"\n\nmsgctxt "tip"\nmsgid "Tip"\nmsgstr "\\nPropina"\n',
        'msgctxt "pay"\nmsgid "Pay\\n"\nmsgstr "Pagar\\n"\n\nmsgctxt "tip"\nmsgid "Tip"\nmsgstr "Propina"\n',
        {"mended": ["pay", "tip"]},
    ),
    "an entry without a label stays where nobody asks for it": (
        'msgctxt "pay"\nmsgid "Pay"\nmsgstr ""\n',
        'msgid "Sell"\nmsgstr "Vender"\n\nmsgctxt "pay"\nmsgid "Pay"\nmsgstr "Pagar"\n',
        'msgctxt "pay"\nmsgid "Pay"\nmsgstr "Pagar"\n\nmsgid "Sell"\nmsgstr "Vender"\n',
        {},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_it(name: str) -> None:
    source, translation, expected, changes = CASES[name]
    assert synced(source, translation) == (expected, changes)
    assert synced(source, expected) == (expected, {})
