"""Which catalogues a sync makes, changes and leaves alone."""

from compiler.edit.sync.change import Change
from compiler.model.languages import Chain, Languages
from tests.edit.sync.samples import FOLDER, body, kinds, planned, po

SOURCE = 'msgctxt "buy"\nmsgid "Buy"\nmsgstr ""\n\nmsgctxt "pay"\nmsgid "Pay"\nmsgstr ""\n'
SPANISH = (
    'msgctxt "buy"\nmsgid "Buy"\nmsgstr "Comprar"\n\nmsgctxt "pay"\nmsgid "Pay"\nmsgstr "Pagar"\n'
)
SHOP = "content/areas/shop/translations/ns"


def test_a_language_without_a_catalogue_gets_one() -> None:
    source = (
        b'msgid ""\nmsgstr ""\n"Project-Id-Version: Acme\\n"\n"Language: en\\n"\n'
        b'"Content-Type: text/plain; charset=UTF-8\\n"\n"X-Imported: po msgid\\n"\n\n'
        b'#. imported: {"style": "c"}\n#. Pays.\nmsgctxt "pay"\nmsgid "Pay {count}"\n'
        b'msgid_plural "Pay all {count}"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    )
    plan = planned({"en": source}, Languages(source="en", active=("en", "ru")))
    assert plan.files[f"{FOLDER}/ns/ru.po"].decode() == (
        'msgid ""\nmsgstr ""\n"Project-Id-Version: Acme\\n"\n"PO-Revision-Date: \\n"\n'
        '"Last-Translator: \\n"\n"Language-Team: \\n"\n"Language: ru\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        '"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && '
        'n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\\n"\n\n'
        '#. Pays.\nmsgctxt "pay"\nmsgid "Pay {count}"\nmsgid_plural "Pay all {count}"\n'
        'msgstr[0] ""\nmsgstr[1] ""\nmsgstr[2] ""\n'
    )
    (change,) = [one for one in plan.changes if one.locale == "ru"]
    assert (change.made, change.labels) == (True, {Change.ADDED: ("pay",)})


def test_a_regional_language_holds_only_what_differs() -> None:
    mexican = 'msgctxt "pay"\nmsgid "Pay it"\nmsgstr "Págale"\n'
    plan = planned({"en": po(SOURCE, "en"), "es": po(SPANISH), "es-MX": po(mexican, "es-MX")})
    assert list(plan.files) == [f"{FOLDER}/ns/es-MX.po"]
    assert body(plan.files[f"{FOLDER}/ns/es-MX.po"]) == (
        '#, fuzzy\n#| msgid "Pay it"\nmsgctxt "pay"\nmsgid "Pay"\nmsgstr "Págale"\n'
    )
    assert planned({"en": po(SOURCE, "en"), "es": po(SPANISH)}).files == {}


def test_a_language_that_only_falls_back_to_another_is_complete() -> None:
    chains = {"be": Chain((), ("ru", "en")), "ru": Chain((), ("en",))}
    languages = Languages(source="en", active=("en", "ru", "be"), chains=chains)
    made = planned({"en": po(SOURCE, "en")}, languages).files
    assert sorted(made) == [f"{FOLDER}/ns/be.po", f"{FOLDER}/ns/ru.po"]


def test_an_overlay_is_held_to_its_own_source_and_else_to_the_shared_one() -> None:
    own = 'msgctxt "buy"\nmsgid "Order"\nmsgstr ""\n\nmsgctxt "shop"\nmsgid "Shop"\nmsgstr ""\n'
    spanish = (
        'msgctxt "buy"\nmsgid "Buy"\nmsgstr "Comprar"\n\n'
        'msgctxt "pay"\nmsgid "Pay!"\nmsgstr "¡Pagar!"\n\n'
        'msgctxt "lend"\nmsgid "Lend"\nmsgstr "Prestar"\n'
    )
    plan = planned(
        {"en": po(SOURCE, "en"), "es": po(SPANISH)}, shop={"en": po(own, "en"), "es": po(spanish)}
    )
    assert list(plan.files) == [f"{SHOP}/es.po"]
    assert kinds(plan, f"{SHOP}/es.po") == {
        Change.ADDED: ("shop",),  # it begins here; an empty `buy` would hide the shared one
        Change.STALE: ("buy", "pay"),
        Change.OBSOLETE: ("lend",),
    }


def test_an_overlay_gets_no_catalogues_and_no_entries_that_it_has_not() -> None:
    shared = {"en": po(SOURCE, "en"), "es": po(SPANISH)}
    one = 'msgctxt "buy"\nmsgid "Buy"\nmsgstr "Encargar"\n'
    assert planned(shared, shop={"es": po(one)}).files == {}
    overridden = 'msgctxt "buy"\nmsgid "Order"\nmsgstr ""\n'
    assert planned(shared, shop={"en": po(overridden, "en")}).files == {}


def test_a_namespace_without_a_source_is_left_alone() -> None:
    plan = planned({"es": po(SPANISH)}, shop={"es": po(SPANISH)})
    assert (plan.files, plan.unchanged) == ({}, 0)
    assert plan.sourceless == (f"{FOLDER}/ns", "content/areas/shop/translations/ns")


def test_a_source_that_cannot_be_read_leaves_its_translations_alone() -> None:
    broken = po('msgctxt "pay"\nmsgid "Pay\nmsgstr ""\n', "en")
    plan = planned({"en": broken, "es": po("")}, shop={"es": po(SPANISH)})
    assert (plan.files, plan.sourceless) == ({}, ())
    assert {finding.place.path for finding in plan.broken} == {f"{FOLDER}/ns/en.po"}


def test_a_header_gets_what_gettext_needs_and_keeps_the_rest() -> None:
    source = 'msgctxt "p"\nmsgid "{count} item"\nmsgid_plural "{count} items"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    header = '"Last-Translator: Ann\\n"\n"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"\n'
    plan = planned({"en": po(source, "en"), "es": f'msgid ""\nmsgstr ""\n{header}'.encode()})
    assert plan.files[f"{FOLDER}/ns/es.po"].decode().partition("\n\n")[0] == (
        'msgid ""\nmsgstr ""\n"Last-Translator: Ann\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n"Language: es\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"'
    )


def test_plural_forms_that_have_no_room_for_what_is_there_give_way() -> None:
    source = 'msgctxt "p"\nmsgid "{count} item"\nmsgid_plural "{count} items"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    polish = source.replace(
        'msgstr[0] ""\nmsgstr[1] ""', 'msgstr[0] "a"\nmsgstr[1] "b"\nmsgstr[2] "c"'
    )
    plan = planned(
        {"en": po(source, "en"), "pl": po(polish, "pl")},
        Languages(source="en", active=("en", "pl")),
    )
    text = plan.files[f"{FOLDER}/ns/pl.po"].decode()
    assert '"Plural-Forms: nplurals=3; ' in text
    assert polish in text


def test_entries_that_nobody_changed_keep_their_lines() -> None:
    wrapped = (
        'msgctxt "buy"\nmsgid   "Buy"\nmsgstr ""\n"Com"\n"prar"\n\n'
        '# a remark that stands alone\n\nmsgctxt "pay"\nmsgid ""\n"Pa"\n"y"\nmsgstr "Pagar"\n'
    )
    assert planned({"en": po(SOURCE, "en"), "es": po(wrapped)}).files == {}
    changed = planned({"en": po(SOURCE.replace("Buy", "Order"), "en"), "es": po(wrapped)})
    assert body(changed.files[f"{FOLDER}/ns/es.po"]) == (
        '#, fuzzy\n#| msgid "Buy"\nmsgctxt "buy"\nmsgid "Order"\nmsgstr "Comprar"\n\n'
        '# a remark that stands alone\n\nmsgctxt "pay"\nmsgid ""\n"Pa"\n"y"\nmsgstr "Pagar"\n'
    )


def test_comments_below_the_last_entry_stay_there() -> None:
    last = "\n# the last word\n\n#, fuzzy\n"
    assert planned({"en": po(SOURCE, "en"), "es": po(SPANISH + last)}).files == {}
    more = po(SOURCE + '\nmsgctxt "sell"\nmsgid "Sell"\nmsgstr ""\n', "en")
    assert body(planned({"en": more, "es": po(SPANISH + last)}).files[f"{FOLDER}/ns/es.po"]) == (
        f'{SPANISH}\nmsgctxt "sell"\nmsgid "Sell"\nmsgstr ""\n{last}'
    )


def test_line_ends_and_charsets_are_normalised_once() -> None:
    latin = po(SPANISH.replace("Pagar", "Págame")).decode().replace("UTF-8", "ISO-8859-1")
    for data in (
        latin.encode("latin-1"),
        po(SPANISH.replace("Pagar", "Págame")).replace(b"\n", b"\r\n"),
    ):
        made = planned({"en": po(SOURCE, "en"), "es": data}).files[f"{FOLDER}/ns/es.po"]
        assert made == po(SPANISH.replace("Pagar", "Págame"))


def test_a_translation_that_cannot_be_read_leaves_the_others_alone() -> None:
    plan = planned({"en": po(SOURCE, "en"), "es": po(SPANISH), "es-MX": po('msgid "A\n', "es-MX")})
    assert (plan.files, plan.unchanged) == ({}, 2)
    assert {finding.place.path for finding in plan.broken} == {f"{FOLDER}/ns/es-MX.po"}


def test_a_catalogue_without_a_header_gets_one() -> None:
    plan = planned({"en": po(SOURCE, "en"), "es": SPANISH.encode()})
    text = plan.files[f"{FOLDER}/ns/es.po"].decode()
    assert text == (
        'msgid ""\nmsgstr ""\n"Language: es\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n{SPANISH}'
    )


def test_plural_forms_that_mean_nothing_hurt_nobody_without_plurals() -> None:
    odd = po(SPANISH).replace(b"nplurals=2; plural=(n != 1);", b"nplurals=INTEGER;")
    assert planned({"en": po(SOURCE, "en"), "es": odd}).files == {}
