"""What is demanded of which language: inheritance, areas, parts of entries."""

from pathlib import Path

from compiler.base.gate import Gate
from tests.rules.cases import judged, repository

LANGUAGES = "content/configurations/languages.yaml"
AREA = "name: Shop\ntype: web_shop\nhosting: custom\nurl: https://shop.acme.example\n"
SHOP = "content/areas/shop/"
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def missing(folder: Path, files: dict[str, str | bytes]) -> list[str]:
    """Return the messages of what is missing."""
    findings = judged(repository(folder, files), Gate.COMPLETE).findings
    return [one.message for one in findings if one.rule == "missing-translation"]


def entry(label: str, source: str, translation: str = "") -> str:
    return f'\nmsgctxt "{label}"\nmsgid "{source}"\nmsgstr "{translation}"\n'


def test_a_regional_language_inherits_part_by_part(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        LANGUAGES: "source: en\nactive: [en, es, es-MX]\nenabled: [en, es, es-MX]\n",
        "content/levels/basic.yaml": (
            "type: personal\n"
            "locales:\n"
            "  en: {title: Basic, description: Confirm your phone.}\n"
            "  es: {title: Básico}\n"
            "  es-MX: {description: Confirme su celular.}\n"
        ),
    }
    assert missing(tmp_path, files) == ["`levels/basic` lacks `description` in `es`"]


def test_a_regional_language_of_the_source_lacks_nothing(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        LANGUAGES: "source: en\nactive: [en, en-GB]\nenabled: [en, en-GB]\n",
        "content/texts/notice.yaml": "locales: {en: {title: Notice}}\n",
        "content/translations/portal/en.po": HEADER + entry("save", "Save"),
    }
    assert missing(tmp_path, files) == []


def test_a_fallback_to_another_language_is_no_translation(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        LANGUAGES: (
            "source: en\nactive: [en, es, ca]\nenabled: [en, es, ca]\nfallbacks: {ca: es}\n"
        ),
        "content/texts/notice.yaml": "locales: {en: {title: Notice}, es: {title: Aviso}}\n",
    }
    assert missing(tmp_path, files) == ["`texts/notice` is not translated into `ca`"]


def test_only_properties_that_the_source_translates_are_demanded(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "content/texts/pay.yaml": (
            "properties: {icon: card}\n"
            "locales:\n"
            "  en: {title: Pay, properties: {button: {label: Pay, hint: Now}}}\n"
            "  es: {title: Pagar, properties: {button: {label: Pagar}}}\n"
        ),
    }
    assert missing(tmp_path, files) == ["`texts/pay` lacks `properties.button.hint` in `es`"]


def test_an_area_must_translate_what_it_alone_has_into_the_languages_it_shows(
    tmp_path: Path,
) -> None:
    files: dict[str, str | bytes] = {
        LANGUAGES: "source: en\nactive: [en, es, ru]\nenabled: [en, es, ru]\n",
        f"{SHOP}area.yaml": f"{AREA}content: {{languages: [en, es]}}\n",
        f"{SHOP}texts/offer.yaml": "locales: {en: {title: Offer}}\n",
        f"{SHOP}translations/shop/en.po": HEADER + entry("buy", "Buy"),
    }
    assert missing(tmp_path, files) == [
        "`texts/offer` is not translated into `es` in the area `shop`",
        "`shop` has no catalogue in `es` in the area `shop`: 1 entry not translated",
    ]


def test_an_area_need_not_repeat_what_it_shares(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        f"{SHOP}area.yaml": AREA,
        "content/texts/notice.yaml": "locales: {en: {title: Notice}, es: {title: Aviso}}\n",
        f"{SHOP}texts/notice.yaml": "locales: {es: {title: Nota}}\n",
        "content/translations/portal/en.po": HEADER + entry("a", "A") + entry("b", "B"),
        "content/translations/portal/es.po": HEADER + entry("a", "A", "Á") + entry("b", "B", "V"),
        f"{SHOP}translations/portal/es.po": HEADER + entry("a", "A", "Ah"),
    }
    assert missing(tmp_path, files) == []


def test_a_language_that_an_area_writes_anew_must_be_whole(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        f"{SHOP}area.yaml": AREA,
        "content/texts/notice.yaml": (
            "locales:\n"
            "  en: {title: Notice, description: Read this.}\n"
            "  es: {title: Aviso, description: Lea esto.}\n"
        ),
        f"{SHOP}texts/notice.yaml": "locales: {es: {title: Nota}}\n",
    }
    assert missing(tmp_path, files) == [
        "`texts/notice` lacks `description` in `es` in the area `shop`"
    ]


def test_a_template_that_an_area_makes_active_is_demanded_there(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        f"{SHOP}area.yaml": AREA,
        "content/templates/hello.yaml": "channel: sms\nlocales: {en: {description: Hello}}\n",
        f"{SHOP}templates/hello.yaml": "active: true\n",
    }
    assert missing(tmp_path, files) == [
        "`templates/hello` is not translated into `es` in the area `shop`"
    ]


def test_a_stale_translation_from_another_language_is_judged_by_that_one(tmp_path: Path) -> None:
    from compiler.model.fingerprint import fingerprint  # noqa: PLC0415

    spanish = fingerprint({"title": "Aviso"})
    files: dict[str, str | bytes] = {
        LANGUAGES: "source: en\nactive: [en, es, ca]\nenabled: [en, es, ca]\n",
        "content/texts/fresh.yaml": (
            f"locales: {{en: {{title: N}}, es: {{title: Aviso}}, "
            f"ca: {{title: Avís, from: es@{spanish}}}}}\n"
        ),
        "content/texts/old.yaml": (
            "locales: {en: {title: N}, es: {title: Aviso}, ca: {title: Avís, from: es@00000000}}\n"
        ),
    }
    findings = judged(repository(tmp_path, files)).findings
    assert [(one.entity, one.hint) for one in findings if one.rule == "stale"] == [
        (
            "texts/old",
            f"bring the translation up to date, then write\nfrom: es@{spanish}",
        )
    ]


def test_a_stamp_of_a_language_that_is_gone_is_stale(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "content/texts/notice.yaml": (
            "locales: {en: {title: Notice}, es: {title: Aviso, from: fr@00000000}}\n"
        ),
    }
    (finding,) = judged(repository(tmp_path, files)).findings
    assert finding.rule == "stale"
    assert "\nfrom: en@" in (finding.hint or "")


def test_the_line_that_a_stale_finding_prints_makes_it_current(tmp_path: Path) -> None:
    text = "locales:\n  en: {title: Notice}\n  es: {title: Aviso, from: en@00000000}\n"
    path = "content/texts/notice.yaml"
    (finding,) = judged(repository(tmp_path, {path: text})).findings
    line = (finding.hint or "").splitlines()[-1]
    repository(tmp_path, {path: text.replace("from: en@00000000", line)})
    assert judged(tmp_path).findings == ()


def test_no_translation_is_judged_without_languages(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        LANGUAGES: "source: [\n",
        "content/texts/notice.yaml": "locales: {es: {title: Aviso}}\n",
        "content/translations/portal/en.po": HEADER + entry("save", "Save"),
    }
    rules = {one.rule for one in judged(repository(tmp_path, files)).findings}
    assert rules == {"invalid-yaml"}
