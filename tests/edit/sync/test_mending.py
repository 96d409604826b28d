"""What merges on hosts leave behind, and what a sync makes of it."""

import pytest

from compiler.edit.sync.mending import Broken, Mended, mend
from tests.edit.sync.samples import FOLDER, body, kinds, planned, po, synced

SOURCE = (
    'msgctxt "buy"\nmsgid "Buy"\nmsgstr ""\n\n'
    'msgctxt "pay"\nmsgid "Pay"\nmsgstr ""\n\n'
    'msgctxt "tip"\nmsgid "Tip"\nmsgid_plural "Tips"\nmsgstr[0] ""\nmsgstr[1] ""\n'
)
BUY = 'msgctxt "buy"\nmsgid "Buy"\nmsgstr "Comprar"\n'
PAY = 'msgctxt "pay"\nmsgid "Pay"\nmsgstr "Pagar"\n'
TIP = 'msgctxt "tip"\nmsgid "Tip"\nmsgid_plural "Tips"\nmsgstr[0] "Propina"\nmsgstr[1] "Propinas"\n'

CASES = {
    "markers around keys that both sides added": (
        f"{BUY}\n<<<<<<< HEAD\n{PAY}=======\n{TIP}>>>>>>> other\n",
        f"{BUY}\n{PAY}\n{TIP}",
        {},
    ),
    "markers inside an entry": (
        (
            f'{BUY}\nmsgctxt "pay"\nmsgid "Pay"\n<<<<<<< HEAD\nmsgstr "Pagar"\n=======\n'
            f'msgstr "Abonar"\n>>>>>>> other\n\n{TIP}'
        ),
        f'{BUY}\n# other translation: "Abonar"\n#, fuzzy\n{PAY}\n{TIP}',
        {"differing": ["pay"]},
    ),
    "markers with the base in between, where one side alone changed a part": (
        (
            f"{BUY}\n<<<<<<< HEAD\n# Short!\n{PAY}||||||| base\n{PAY}=======\n{PAY.replace('Pagar', 'Abonar')}"
            f">>>>>>> other\n\n{TIP}"
        ),
        f"{BUY}\n# Short!\n{PAY.replace('Pagar', 'Abonar')}\n{TIP}",
        {},
    ),
    "one side untranslated": (
        f'{BUY}\n<<<<<<< HEAD\nmsgctxt "pay"\nmsgid "Pay"\nmsgstr ""\n=======\n{PAY}>>>>>>> other\n\n{TIP}',
        f"{BUY}\n{PAY}\n{TIP}",
        {},
    ),
    "markers removed and the lines of both sides left": (
        f'{BUY}\nmsgctxt "pay"\nmsgid "Pay"\nmsgstr "Pagar"\nmsgstr "Abonar"\n\n{TIP}',
        f'{BUY}\n# other translation: "Abonar"\n#, fuzzy\n{PAY}\n{TIP}',
        {"differing": ["pay"]},
    ),
    "both sides of a wrapped text left, beside an indented one": (
        f'{BUY}\n  msgctxt "pay"\n  msgid "Pay"\nmsgstr ""\n"Pa"\n"gar"\nmsgstr ""\n"Abo"\n"nar"\n\n{TIP}',
        f'{BUY}\n# other translation: "Abonar"\n#, fuzzy\n{PAY}\n{TIP}',
        {"differing": ["pay"]},
    ),
    "both source texts left": (
        f'{BUY}\nmsgctxt "pay"\nmsgid "Pay now"\nmsgid "Pay"\nmsgstr "Pagar"\n\n{TIP}',
        f"{BUY}\n{PAY}\n{TIP}",
        {"mended": ["pay"]},
    ),
    "an entry twice, the same": (
        f"{BUY}\n{PAY}\n{TIP}\n{PAY}",
        f"{BUY}\n{PAY}\n{TIP}",
        {"mended": ["pay"]},
    ),
    "an entry twice, one with a comment": (
        f"{BUY}\n{PAY}\n{TIP}\n# Short!\n{PAY}",
        f"{BUY}\n# Short!\n{PAY}\n{TIP}",
        {"mended": ["pay"]},
    ),
    "a label twice, with an older source text and a newer one": (
        f"{BUY}\n{PAY.replace('Pay', 'Pay now').replace('Pagar', 'Pague ahora')}\n{PAY}\n{TIP}",
        f'{BUY}\n# other translation: "Pague ahora"\n#, fuzzy\n{PAY}\n{TIP}',
        {"differing": ["pay"]},
    ),
    "a plural that has the form of one text": (
        f'{BUY}\n{PAY}\nmsgctxt "tip"\nmsgid "Tip"\nmsgid_plural "Tips"\nmsgstr "Propina"\n',
        f'{BUY}\n{PAY}\nmsgctxt "tip"\nmsgid "Tip"\nmsgid_plural "Tips"\nmsgstr[0] "Propina"\nmsgstr[1] ""\n',
        {"mended": ["tip"]},
    ),
    "one text that has the forms of a plural": (
        f'{BUY}\nmsgctxt "pay"\nmsgid "Pay"\nmsgstr[0] "Pagar"\nmsgstr[1] "Abonar"\n\n{TIP}',
        f'{BUY}\n# other translation: "Abonar"\n#, fuzzy\n{PAY}\n{TIP}',
        {"differing": ["pay"]},
    ),
    "`#|` without `fuzzy`: somebody has confirmed it": (
        f'{BUY}\n#| msgid "Pay now"\n{PAY}\n{TIP}',
        f"{BUY}\n{PAY}\n{TIP}",
        {"mended": ["pay"]},
    ),
    "marks of both sides": (
        f'{BUY}\n#, fuzzy\n#, fuzzy, no-wrap\n#| msgid "Pay it"\n#| msgid "Pay now"\n{PAY}\n{TIP}',
        f'{BUY}\n#, fuzzy, no-wrap\n#| msgid "Pay now"\n{PAY}\n{TIP}',
        {},
    ),
    "`fuzzy` without a text": (
        f'{BUY}\n#, fuzzy\n#| msgid "Pay now"\nmsgctxt "pay"\nmsgid "Pay"\nmsgstr ""\n\n{TIP}',
        f'{BUY}\nmsgctxt "pay"\nmsgid "Pay"\nmsgstr ""\n\n{TIP}',
        {"mended": ["pay"]},
    ),
    "the previous text is the source text": (
        f'{BUY}\n#, fuzzy\n#| msgid "Pay"\n{PAY}\n{TIP}',
        f"{BUY}\n{PAY}\n{TIP}",
        {"mended": ["pay"]},
    ),
    "live and obsolete": (
        f'{BUY}\n{PAY}\n{TIP}\n#~ msgctxt "pay"\n#~ msgid "Pay"\n#~ msgstr "Abonar"\n',
        f'{BUY}\n# obsolete translation: "Abonar"\n{PAY}\n{TIP}',
        {},
    ),
    "a form more than there are": (
        f'{BUY}\n{PAY}\n{TIP}msgstr[2] "Muchas"\n',
        f'{BUY}\n{PAY}\n# former plural form: "Muchas"\n#, fuzzy\n{TIP}',
        {"mended": ["tip"]},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_it(name: str) -> None:
    translation, expected, changes = CASES[name]
    after, told = synced(SOURCE, translation)
    assert after == expected
    assert changes.items() <= told.items()
    assert synced(SOURCE, after) == (after, {})


def test_source_texts_that_differ_are_both_kept() -> None:
    one, other = (f'msgctxt "pay"\nmsgid "{text}"\nmsgstr ""\n' for text in ("Pay", "Pay now"))
    source = po(f"<<<<<<< HEAD\n{one}=======\n{other}>>>>>>> other\n", "en")
    plan = planned({"en": source, "es": po(PAY)})
    path = f"{FOLDER}/ns/en.po"
    assert body(plan.files[path]) == f'# other source text: "Pay now"\n{one}'
    assert {kind.value: labels for kind, labels in kinds(plan, path).items()} == {
        "differing": ("pay",)
    }
    assert f"{FOLDER}/ns/es.po" not in plan.files


def test_what_stands_around_the_entries_is_there_of_both_sides() -> None:
    header = '# {0}\nmsgid ""\nmsgstr "Language: es\\n"\n'
    one, other = (f"{header.format(name)}\n{PAY}\n# {name}, below\n" for name in ("Ann", "Bob"))
    found = mend("es.po", f"<<<<<<< HEAD\n{one}=======\n{other}>>>>>>> other\n".encode(), {})
    assert isinstance(found, Mended)
    assert found.file.header_entry is not None
    assert found.file.header_entry.comments == ("Ann", "Bob")
    assert found.file.closing == ("# Ann, below", "# Bob, below")
    assert found.mended == ()


def test_a_catalogue_in_another_charset_is_mended_too() -> None:
    added = PAY.replace("Pagar", "Págame")
    text = po(f"{BUY}\n<<<<<<< HEAD\n{added}=======\n{TIP}>>>>>>> other\n").decode()
    latin = text.replace("UTF-8", "ISO-8859-1").encode("latin-1")
    plan = planned({"en": po(SOURCE, "en"), "es": latin})
    assert plan.files[f"{FOLDER}/ns/es.po"] == po(f"{BUY}\n{added}\n{TIP}")


def test_of_headers_in_conflict_the_later_date_counts() -> None:
    dates = (
        '"PO-Revision-Date: 2026-02-01 09:00+0000\\n"',
        '"PO-Revision-Date: 2026-02-02 09:00+0000\\n"',
    )
    header = f'msgid ""\nmsgstr ""\n<<<<<<< HEAD\n{dates[0]}\n=======\n{dates[1]}\n>>>>>>> other\n"Language: es\\n"\n'
    found = mend("es.po", f"{header}\n{PAY}".encode(), {})
    assert isinstance(found, Mended)
    assert dict(found.file.header) == {
        "PO-Revision-Date": "2026-02-02 09:00+0000",
        "Language": "es",
    }


def test_of_headers_that_count_forms_differently_ours_counts() -> None:
    forms = ("nplurals=2; plural=(n != 1);", "nplurals=1; plural=0;")
    ours, theirs = (f'"Plural-Forms: {form}\\n"\n' for form in forms)
    header = f'msgid ""\nmsgstr ""\n<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> other\n"X: y\\n"\n'
    found = mend("es.po", f"{header}\n{PAY}".encode(), {})
    assert isinstance(found, Mended)
    assert dict(found.file.header) == {"Plural-Forms": forms[0], "X": "y"}
    assert [entry.msgctxt for entry in found.file.entries] == ["pay"]


@pytest.mark.parametrize(
    "text",
    [
        f"<<<<<<< HEAD\n{PAY}",
        f"{PAY}>>>>>>> other\n",
        f'# x\nPaying\n{PAY}msgstr "Abonar"\n',
        f'{PAY}msgstr "Abonar"\nmsgstr "Abo\n',
        f'<<<<<<< HEAD\n{PAY}=======\nmsgid "A\n>>>>>>> other\n',
        'msgctxt "pay"\nmsgid "Pay\nmsgstr "Pagar"\n',
    ],
)
def test_what_cannot_be_told_stays_for_its_author(text: str) -> None:
    found = mend("es.po", po(text), {})
    assert isinstance(found, Broken)
    assert {finding.rule for finding in found.findings} == {"invalid-po"}


def test_bytes_that_are_no_text_stay_for_their_author() -> None:
    found = mend("es.po", po(PAY) + b"# \xff\n", {})
    assert isinstance(found, Broken)
    assert [finding.rule for finding in found.findings] == ["not-utf-8"]
