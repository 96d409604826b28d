"""What settings, comments, flags, waivers and gates make of what the checks find."""

from pathlib import Path

import pytest

from compiler.base.finding import Severity
from compiler.base.gate import Gate
from tests.rules.cases import ALL_RULES, judged, repository, told

EN_ONLY = "source: en\nactive: [en]\nenabled: [en]\n"
LANGUAGES = "content/configurations/languages.yaml"
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def found(folder: Path, files: dict[str, str | bytes], gate: Gate | None = None) -> list[str]:
    """Return "severity rule" of every finding, remarks on missing stamps left out."""
    verdict = judged(repository(folder, files), gate)
    return [f"{one.severity} {one.rule}" for one in verdict.findings if one.rule != "unstamped"]


# ------------------------------------------------------------------------------------------- gates
ENTRIES: dict[str, str | bytes] = {
    LANGUAGES: "source: en\nactive: [en, es, ru]\nenabled: [en, es]\n",
    "content/texts/missing.yaml": "locales: {en: {title: Notice}}\n",
    "content/texts/stale.yaml": "locales: {en: {title: N}, es: {title: A, from: en@00000000}}\n",
    "content/texts/unread.yaml": "locales: {en: {title: N}, es: {title: A, review: needed}}\n",
    "content/translations/portal/en.po": HEADER + '\nmsgctxt "save"\nmsgid "Save"\nmsgstr ""\n',
    "content/translations/portal/es.po": (
        HEADER + '\n#, fuzzy\nmsgctxt "save"\nmsgid "Save"\nmsgstr "Guardar"\n'
    ),
}


@pytest.mark.parametrize(
    ("gate", "missing", "behind"),
    [
        (Gate.DRAFT, "warning", "info"),
        (Gate.COMPLETE, "error", "warning"),
        (Gate.REVIEWED, "error", "error"),
    ],
)
def test_a_gate_says_what_missing_and_stale_entries_weigh(
    tmp_path: Path, gate: Gate, missing: str, behind: str
) -> None:
    assert sorted(found(tmp_path, ENTRIES, gate)) == sorted(
        [
            "info incomplete-language",
            f"{missing} missing-translation",
            f"{behind} stale",
            f"{behind} fuzzy",
            f"{behind} unreviewed",
        ]
    )


def test_what_no_gate_demands_is_at_most_a_warning(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "content/documents/fees.yaml": (
            "name: Fees\nlink: https://acme.example\ndescription: Our fees.\n"
            "locales: {es: {description: Tarifas, from: en@00000000}}\n"
        ),
        "content/templates/draft.yaml": (
            "channel: sms\n"
            "locales: {en: {description: Hi}, es: {description: Hola, from: en@00000000}}\n"
        ),
    }
    assert found(tmp_path, files, Gate.REVIEWED) == ["warning stale", "info stale"]


def test_a_language_that_is_not_enabled_has_no_errors_but_files_that_cannot_be_read(
    tmp_path: Path,
) -> None:
    files: dict[str, str | bytes] = {
        LANGUAGES: "source: en\nactive: [en, ar]\nenabled: [en]\n",
        "content/translations/portal/en.po": HEADER + '\nmsgctxt "a"\nmsgid "A"\nmsgstr ""\n',
        "content/translations/portal/ar.po": HEADER + '\nmsgctxt "a"\nmsgid "A"\nmsgstr "{x}"\n',
        "content/translations/shop/en.po": HEADER + '\nmsgctxt "b"\nmsgid "B"\nmsgstr ""\n',
        "content/translations/shop/ar.po": HEADER + '\nmsgctxt "b"\nmsgid "B\nmsgstr ""\n',
    }
    assert found(tmp_path, files) == [
        "info incomplete-language",
        "warning added-placeholder",
        "error invalid-po",
    ]


# ---------------------------------------------------------------------------------------- settings
OLD_KEY = "locales: {en: {title: Old}}\n"


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("off", []),
        ("info", ["info label-style"]),
        ("warning", ["warning label-style"]),
        ("error", ["error label-style"]),
    ],
)
def test_settings_lower_and_raise_a_warning(
    tmp_path: Path, level: str, expected: list[str]
) -> None:
    files: dict[str, str | bytes] = {
        LANGUAGES: EN_ONLY,
        "clientarea.yaml": f"version: 1\nrules: {{label-style: {level}}}\n",
        "content/texts/old_key.yaml": OLD_KEY,
    }
    assert found(tmp_path, files) == expected


def test_settings_cannot_lower_an_error(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "clientarea.yaml": "version: 1\nrules: {missing-translation: off}\n",
        "content/texts/notice.yaml": "locales: {en: {title: Notice}}\n",
    }
    assert found(tmp_path, files) == ["error lowered-error", "error missing-translation"]


def test_settings_raise_what_the_gate_made_a_warning(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "clientarea.yaml": "version: 1\ngate: draft\nrules: {missing-translation: error}\n",
        "content/texts/notice.yaml": "locales: {en: {title: Notice}}\n",
    }
    assert found(tmp_path, files) == ["error missing-translation"]


# ------------------------------------------------------------------------------- comments and flags
def test_a_comment_silences_its_line_and_the_next_one(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "content/texts/notice.yaml": (
            "locales:\n"
            "  en: {title: Notice}\n"
            "  # clientarea: ignore unreviewed -- read by the owner\n"
            "  es: {title: Aviso, review: needed}\n"
        ),
        "content/texts/other.yaml": (
            "locales:\n"
            "  en: {title: Notice}\n"
            "  es: {title: Aviso, review: needed}  # clientarea: ignore unreviewed -- as above\n"
        ),
        "content/texts/third.yaml": (
            "# clientarea: ignore unreviewed -- too far away\n"
            "locales:\n"
            "  en: {title: Notice}\n"
            "  es: {title: Aviso, review: needed}\n"
        ),
    }
    assert found(tmp_path, files) == ["warning unused-suppression", "warning unreviewed"]


def test_an_error_cannot_be_silenced_though_its_warning_could(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "content/texts/notice.yaml": (
            "# clientarea: ignore missing-translation -- comes later\n"
            "locales: {en: {title: Notice}}\n"
        ),
    }
    assert found(tmp_path, files, Gate.DRAFT) == []
    verdict = judged(tmp_path, Gate.COMPLETE)
    assert told(verdict.findings) == (
        "content/texts/notice.yaml:1:1 warning unused-suppression "
        "`missing-translation` is an error here, and errors cannot be silenced\n"
        "    = let it pass for a while in waivers.yaml, with a reason and an end\n"
        "content/texts/notice.yaml:2:1 error missing-translation "
        "`texts/notice` is not translated into `es`\n"
        "    = add below `locales:`\n"
        "    =   es:\n"
        "    =     title: …\n"
        "    =     from: en@82561770\n"
    ).replace("82561770", _stamp_of("Notice"))


def _stamp_of(title: str) -> str:
    from compiler.model.fingerprint import fingerprint  # noqa: PLC0415

    return fingerprint({"title": title})


def catalogues(source_flags: str, flags: str) -> dict[str, str | bytes]:
    """Return a string whose Spanish and Russian lose the full stop, with flags."""
    entry = '\n{}msgctxt "paid"\nmsgid "You have paid for it today."\nmsgstr "{}"\n'
    return {
        LANGUAGES: "source: en\nactive: [en, es, ru]\nenabled: [en, es, ru]\n",
        "content/translations/portal/en.po": HEADER + entry.format(source_flags, ""),
        "content/translations/portal/es.po": HEADER + entry.format(flags, "Hoy lo ha pagado"),
        "content/translations/portal/ru.po": HEADER
        + entry.format("", "Вы за это сегодня заплатили"),
    }


def test_a_flag_silences_its_own_language(tmp_path: Path) -> None:
    files = catalogues("", "#, ignore-end-punctuation\n")
    verdict = judged(repository(tmp_path, files))
    assert [(one.rule, one.locale) for one in verdict.findings] == [("end-punctuation", "ru")]


def test_a_flag_of_the_source_silences_every_language(tmp_path: Path) -> None:
    assert found(tmp_path, catalogues("#, ignore-end-punctuation\n", "")) == []


def test_flags_of_weblate_mean_the_rules_that_say_the_same(tmp_path: Path) -> None:
    files = catalogues("#, ignore-end-stop, ignore-same, ignore-max-length\n", "")
    assert found(tmp_path, files) == []


def test_a_flag_that_silences_nothing_is_told(tmp_path: Path) -> None:
    files = catalogues("#, ignore-end-punctuation\n", "#, ignore-label-style, ignore-nothing\n")
    assert found(tmp_path, files) == ["warning unused-suppression", "warning unused-suppression"]


# ----------------------------------------------------------------------------------------- waivers
def waived(expires: str, entity: str = "texts/notice") -> dict[str, str | bytes]:
    """Return a text that lacks a language, with a waiver of that."""
    return {
        "content/texts/notice.yaml": "locales: {en: {title: Notice}}\n",
        "waivers.yaml": (
            "waivers:\n"
            f"  - {{rule: missing-translation, entity: {entity}, reason: Next week, "
            f"expires: {expires}}}\n"
        ),
    }


def test_a_waiver_lets_an_error_pass_as_a_remark(tmp_path: Path) -> None:
    verdict = judged(repository(tmp_path, waived("2026-06-01")))
    (finding,) = verdict.findings
    assert (finding.rule, finding.severity) == ("missing-translation", Severity.INFO)
    assert finding.hint == "let pass until 2026-06-01: Next week"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (waived("2026-05-31"), ["error missing-translation", "warning expired-waiver"]),
        (
            waived("2027-01-31", "texts/other"),
            ["error missing-translation", "warning unneeded-waiver"],
        ),
    ],
)
def test_a_waiver_that_has_ended_or_names_another_entity_lets_nothing_pass(
    tmp_path: Path, files: dict[str, str | bytes], expected: list[str]
) -> None:
    assert found(tmp_path, files) == expected


# ------------------------------------------------------------------------------------------ counts
def test_entries_and_languages_are_counted(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        LANGUAGES: "source: en\nactive: [en, es, ru]\nenabled: [en]\n",
        "content/texts/notice.yaml": "locales: {en: {title: Notice}, es: {title: Aviso}}\n",
        "content/documents/fees.yaml": "name: Fees\nlink: https://acme.example\n",
        "content/owners/acme.yaml": "name: Acme\n",
        "content/areas/shop/area.yaml": (
            "name: Shop\ntype: web_shop\nhosting: custom\nurl: https://shop.acme.example\n"
        ),
        "content/areas/shop/texts/notice.yaml": "locales: {en: {title: Shop notice}}\n",
        "content/translations/portal/en.po": (
            HEADER + '\nmsgctxt "a"\nmsgid "A"\nmsgstr ""\n\nmsgctxt "b"\nmsgid "B"\nmsgstr ""\n'
        ),
        "content/translations/portal/es.po": HEADER + '\nmsgctxt "a"\nmsgid "A"\nmsgstr "A"\n',
    }
    verdict = judged(repository(tmp_path, files))
    # two strings, a text, a document, an owner, an area; an overlay is no entry of its own
    assert (verdict.entities, verdict.locales) == (6, 3)


def test_content_that_is_almost_nothing_is_fine(tmp_path: Path) -> None:
    assert found(tmp_path, {}) == []


def test_findings_come_in_source_order(tmp_path: Path) -> None:
    verdict = judged(repository(tmp_path, ENTRIES))
    places = [finding.place for finding in verdict.findings]
    assert places == sorted(places)
    assert len(places) > 3


def test_the_ids_of_rules_are_words_and_each_stands_once_in_the_tables() -> None:
    from compiler.load.rules import RULES as LOADED  # noqa: PLC0415
    from compiler.read.rules import RULES as READ  # noqa: PLC0415
    from compiler.rules.table import RULES as JUDGED  # noqa: PLC0415

    ids = [rule.id for rule in (*READ, *LOADED, *JUDGED)]
    assert len(set(ids)) == len(ids) == len(ALL_RULES)
    assert [one for one in ids if not all(part.isalnum() for part in one.split("-"))] == []


def test_what_could_not_be_read_is_never_let_pass(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "content/texts/notice.yaml": "titel: A\nlocales: {en: {title: A}, es: {title: B}}\n",
        "waivers.yaml": (
            "waivers:\n"
            "  - {rule: unknown-key, entity: texts/notice, reason: later, expires: 2026-12-31}\n"
        ),
    }
    assert found(tmp_path, files) == ["error unknown-key", "warning unneeded-waiver"]


def test_what_an_area_says_differently_has_findings_of_its_own(tmp_path: Path) -> None:
    entry = '\nmsgctxt "a"\nmsgid "Pay {{amount}} now"\nmsgstr "{}"\n'
    spanish = HEADER + entry.format("Pague  {amount} ya")
    files: dict[str, str | bytes] = {
        "content/areas/shop/area.yaml": (
            "name: Shop\ntype: web_shop\nhosting: custom\nurl: https://shop.acme.example\n"
        ),
        "content/translations/portal/en.po": HEADER + entry.format(""),
        "content/translations/portal/es.po": spanish,
        "content/areas/shop/translations/portal/es.po": spanish.replace("ya", "hoy"),
    }
    spaces = [
        one.place.path
        for one in judged(repository(tmp_path, files)).findings
        if one.rule == "double-space"
    ]
    assert spaces == [
        "content/areas/shop/translations/portal/es.po",
        "content/translations/portal/es.po",
    ]


def test_a_stale_plural_is_compared_with_the_two_texts_that_it_was_made_from(
    tmp_path: Path,
) -> None:
    source = 'msgctxt "a"\nmsgid "One order"\nmsgid_plural "{count} orders"\n'
    files: dict[str, str | bytes] = {
        "content/translations/portal/en.po": f'{HEADER}\n{source}msgstr[0] ""\nmsgstr[1] ""\n',
        "content/translations/portal/es.po": (
            f'{HEADER}\n#, fuzzy\n#| msgid "One order"\n#| msgid_plural "<b>{{count}}</b> orders"\n'
            f'{source}msgstr[0] "Un pedido"\nmsgstr[1] "<b>{{count}}</b> pedidos"\n'
        ),
    }
    assert found(tmp_path, files) == ["warning stale"]
