"""Texts left untranslated where the source is not written in Latin letters; the rest is a case."""

from pathlib import Path

from tests.rules.cases import judged, repository

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
UNTRANSLATED = ("Оплатить заказ", "IBAN", "Телефон")


def test_a_cyrillic_source_is_told_from_its_translation_in_any_script(tmp_path: Path) -> None:
    entries = (
        '\nmsgctxt "pay"\nmsgid "Оплатить заказ"\nmsgstr "{}"\n'
        '\nmsgctxt "code"\nmsgid "IBAN"\nmsgstr "{}"\n'
        '\nmsgctxt "phone"\nmsgid "Телефон"\nmsgstr "{}"\n'
    )
    files: dict[str, str | bytes] = {
        "content/configurations/languages.yaml": (
            "source: ru\nactive: [ru, uk, en]\nenabled: [ru, uk, en]\n"
        ),
        "content/translations/portal/ru.po": HEADER + entries.format("", "", ""),
        "content/translations/portal/uk.po": HEADER + entries.format(*UNTRANSLATED),
        "content/translations/portal/en.po": HEADER + entries.format(*UNTRANSLATED),
    }
    verdict = judged(repository(tmp_path, files))
    told = [(one.rule, one.entity, one.locale) for one in verdict.findings]
    assert [one for one in told if one[0] == "same-as-source"] == [
        ("same-as-source", "translations/portal:pay", "en"),
        ("same-as-source", "translations/portal:phone", "en"),
        ("same-as-source", "translations/portal:pay", "uk"),
    ]
