"""Configurations: defaults, and what areas patch, checked again after the merge."""

from compiler.load.loading import load
from compiler.model.configuration import Configurations
from tests.builders import project, said

AREA = "name: Shop\ntype: web_shop\nhosting: custom\nurl: https://shop.acme.example\n"
GENERAL = "clients: {accounts_max: 5, demo_account: true}\nsecurity: {session_minutes: 30}\n"


def area(patches: dict[str, str], shared: dict[str, str]) -> tuple[Configurations, list[str]]:
    files: dict[str, str | bytes] = {"areas/shop/area.yaml": AREA}
    files |= {f"configurations/{name}.yaml": text for name, text in shared.items()}
    files |= {f"areas/shop/configurations/{name}.yaml": text for name, text in patches.items()}
    loaded = load(project(files))
    return loaded.content.areas["shop"].configurations, said(loaded.findings)


def test_defaults() -> None:
    configurations = load(project()).content.configurations
    assert configurations == Configurations()
    assert configurations.general.security.refresh_minutes == 120
    assert configurations.account.required_status == "init"


def test_a_patch_changes_what_it_names_and_null_takes_away() -> None:
    merged, findings = area(
        {"general": "clients: {accounts_max: null, personal_manager: true}\n"},
        {"general": GENERAL},
    )
    clients = merged.general.clients
    assert findings == []
    assert (clients.accounts_max, clients.demo_account, clients.personal_manager) == (
        None,
        True,
        True,
    )
    assert merged.general.security.session_minutes == 30


def test_lists_are_replaced_whole() -> None:
    merged, _ = area(
        {"support": "tags: [vip]\n"}, {"support": "desk: client-support\ntags: [a, b]\n"}
    )
    assert merged.support is not None
    assert (merged.support.desk, merged.support.tags) == ("client-support", ["vip"])


def test_what_is_wrong_in_a_patch_is_told_in_the_patch() -> None:
    merged, findings = area({"general": "security:\n  session_minuts: 5\n"}, {"general": GENERAL})
    assert findings == [
        (
            "content/areas/shop/configurations/general.yaml:2:3 unknown-key:"
            " `session_minuts` is not a"
            " key of `security` -> did you mean `session_minutes`?"
        )
    ]
    assert merged.general.security.session_minutes == 30


def test_what_must_be_there_cannot_be_taken_away() -> None:
    _, findings = area({"support": "desk: null\n"}, {"support": "desk: client-support\n"})
    assert findings == [
        (
            "content/areas/shop/configurations/support.yaml:1:1 missing-key: `desk` cannot be taken"
            " away; it must have a value -> remove this line, or give it a value"
        )
    ]


def test_what_is_wrong_in_the_shared_file_is_not_told_again_for_every_area() -> None:
    _, findings = area(
        {"general": "clients: {demo_account: false}\n"},
        {"general": "clients: {demo_acount: true}\n"},
    )
    assert [line.split()[0] for line in findings] == ["content/configurations/general.yaml:1:11"]


def test_languages_are_the_same_in_all_areas() -> None:
    _, findings = area({"languages": "source: de\n"}, {})
    assert findings == [
        (
            "content/areas/shop/configurations/languages.yaml:1:1 overlay-forbidden-key:"
            " languages are"
            " the same in all areas -> list those the area shows in its `area.yaml`:"
            " `content: {languages: [en]}`"
        )
    ]


def test_a_list_is_no_configuration() -> None:
    loaded = load(project({"configurations/general.yaml": "- a\n"}))
    assert said(loaded.findings) == [
        (
            "content/configurations/general.yaml:1:1 invalid-value: a configuration is"
            " written as lines"
            " of `key: value`; this is a list"
        )
    ]
