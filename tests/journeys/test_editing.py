"""Editing verbs through the command line: the diff that each makes, and what it refuses."""

import json
from pathlib import Path

import pytest

from tests.harness import LANGUAGES
from tests.journeys.showcase import Showcase

EN = "content/translations/common/en.po"
AR = "content/translations/common/ar.po"
NOTICE = "content/texts/deposit/termsNotice.yaml"


@pytest.mark.parametrize(
    ("command", "changes"),
    [
        (("unlock", "texts/deposit.termsNotice"), [f"{NOTICE}: +locked: false"]),
        (
            ("lock", "texts/deposit.cardNotice"),
            [
                "content/texts/deposit/cardNotice.yaml: -locked: false",
                "content/texts/deposit/cardNotice.yaml: +locked: true",
            ],
        ),
        (
            ("deactivate", "templates/account.welcome"),
            [
                "content/templates/account/welcome.yaml: -active: true",
                "content/templates/account/welcome.yaml: +active: false",
            ],
        ),
        (
            ("deactivate", "banners/summer", "--locale", "es"),
            [
                "content/banners/summer/banner.yaml: -    active: true",
                "content/banners/summer/banner.yaml: +    active: false",
            ],
        ),
        (
            ("disable", "pl"),
            [
                f"{LANGUAGES}: -enabled: [en, es, ru, pl]        # a visitor may choose them",
                f"{LANGUAGES}: +enabled: [en, es, ru]        # a visitor may choose them",
            ],
        ),
        (
            ("enable", "ar", "--allow-missing"),
            [
                f"{LANGUAGES}: -enabled: [en, es, ru, pl]        # a visitor may choose them",
                f"{LANGUAGES}: +enabled: [en, es, ru, pl, ar]        # a visitor may choose them",
            ],
        ),
        (
            ("rename", "levels/basic", "levels/starter"),
            [
                "content/configurations/account.yaml: -required_level: basic",
                "content/configurations/account.yaml: +required_level: starter",
                "- content/levels/basic.yaml",
                "+ content/levels/starter.yaml",
            ],
        ),
        (
            ("rename", "translations/common:action.copy", "action.copyAll"),
            [
                f"content/translations/common/{locale}.po: {sign}"
                for locale in ("en", "es", "pl", "ru")
                for sign in ('-msgctxt "action.copy"', '+msgctxt "action.copyAll"')
            ],
        ),
        (
            ("clone", "translations/common:action.copy", "--from", "en", "--to", "ar"),
            [
                f"{AR}: +{line}"
                for line in (
                    "#. Copies a value, such as an account number, to the clipboard.",
                    "#, fuzzy",
                    'msgctxt "action.copy"',
                    'msgid "Copy"',
                    'msgstr "Copy"',
                    "",
                )
            ],
        ),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, tuple) else "",
)
def test_a_verb_changes_these_lines_and_no_others(
    showcase: Showcase, command: tuple[str, ...], changes: list[str]
) -> None:
    assert showcase.edited(*command, "--dry-run") == []
    assert sorted(showcase.edited(*command)) == sorted(changes)
    said = showcase.out
    if command[0] == "rename":  # the old name is nobody's any more
        showcase.run(*command).exits(2).says("there is no")
        return
    assert showcase.edited(*command) == []
    assert "Nothing to change." in showcase.out
    assert "Nothing to change." not in said


def test_the_diff_of_a_dry_run_is_what_the_command_does(showcase: Showcase) -> None:
    showcase.run("clone", "texts/*", "--from", "en", "--to", "ar", "--dry-run").exits(0)
    shown = [line for line in showcase.out.splitlines() if line.startswith(("+", "-"))]
    done = showcase.edited("clone", "texts/*", "--from", "en", "--to", "ar")
    added = [line.partition(": +")[2] for line in done if ": +" in line]
    assert added
    assert [line[1:] for line in shown if line[:3] not in {"---", "+++"}][: len(added)] != []
    assert set(added) <= {line[1:] for line in shown}


def test_what_was_cloned_is_accepted_once_somebody_has_read_it(showcase: Showcase) -> None:
    showcase.edited("clone", "texts/*", "translations/common:*", "--from", "en", "--to", "ar")
    sidecar = showcase.root / "content/texts/legal/clientAgreement.ar.md"
    head = sidecar.read_text(encoding="utf-8").split("---")[1]
    assert "review: needed" in head
    assert "from: en@" in head
    showcase.edited("accept", "texts/*", "translations/common:*", "--locale", "ar")
    assert "review" not in sidecar.read_text(encoding="utf-8").split("---")[1]
    assert "fuzzy" not in (showcase.root / AR).read_text(encoding="utf-8")
    assert showcase.edited("accept", "texts/*", "translations/common:*", "--locale", "ar") == []


def test_a_clone_counts_as_untranslated_until_somebody_has_worked_on_it(showcase: Showcase) -> None:
    command = ("clone", "texts/account.closingNotice", "translations/common:time.*")
    showcase.edited(*command, "--from", "en", "--to", "ar")
    showcase.run("enable", "ar").exits(1)
    assert "texts/account.closingNotice" in showcase.err
    showcase.edited("enable", "ar", "--allow-missing")
    showcase.run("check", "--locale", "ar", "--rule", "missing-translation").exits(1)
    showcase.says("`texts/account.closingNotice` is not translated into `ar`")
    showcase.says("translate it, and remove `review: needed`")
    showcase.says("`time.minutesAgo` is not translated into `ar`")
    showcase.says("translate it, and remove `fuzzy`")
    showcase.edited("accept", "texts/account.closingNotice", "translations/common:time.*")
    showcase.run("check", "--locale", "ar", "--rule", "missing-translation")
    assert "closingNotice" not in showcase.out
    assert "time.minutesAgo" not in showcase.out


def test_a_stale_translation_is_accepted_with_its_new_source(showcase: Showcase) -> None:
    showcase.edit(EN, 'msgid "Save"', 'msgid "Save it"')
    showcase.edit(NOTICE, "    title: ", "    title: New ")
    showcase.run("check").says("[stale]")
    changes = showcase.edited(
        "accept", "texts/deposit.termsNotice", "translations/common:action.save"
    )
    assert f'{AR}: +msgid "Save it"' in changes
    assert [one for one in changes if one.startswith(NOTICE) and ": +" in one]
    assert all("from:" in one for one in changes if one.startswith(NOTICE))
    assert "[stale]" not in showcase.run("check").out


@pytest.mark.parametrize(
    ("command", "reasons"),
    [
        (("remove", "texts/deposit.termsNotice"), ["is locked", "clientarea unlock"]),
        (("remove", "templates/account.welcome"), ["is active", "clientarea deactivate"]),
        (("remove", "statuses/init"), ["status of every new customer", "required_status"]),
        (("remove", "levels/basic"), ["named by `required_level`", "account.yaml:3"]),
        (("remove", "owners/acme"), ["named by area `acme-portal`"]),
        (("enable", "ar"), ["it lacks", "levels/business", "--allow-missing"]),
        (("activate", "banners/refer-a-friend"), ["`ru` lacks `mobile`"]),
        (("rename", "statuses/init", "start"), ["the status of every new customer"]),
        (("rename", "levels/basic", "verified"), ["there is `levels/verified` already"]),
        (("rename", "texts/deposit.termsNotice", "DEPOSIT.cardnotice"), ["already"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_the_content_forbids_is_refused(
    showcase: Showcase, command: tuple[str, ...], reasons: list[str]
) -> None:
    before = showcase.tree()
    showcase.run(*command).exits(1)
    assert showcase.tree() == before
    assert all(reason in showcase.err for reason in reasons), showcase.err


@pytest.mark.parametrize(
    ("command", "hint"),
    [
        (("lock", "texts/deposit.termNotice"), "did you mean `texts/deposit.termsNotice`?"),
        (("lock", "levels/*"), "that is for texts"),
        (("enable", "fr"), "`fr` is not active: first write it to `active` in `content/conf"),
        (("clone", "texts/*", "--from", "en", "--to", "en"), "cannot be cloned to itself"),
        (("rename", "texts/deposit.termsNotice", "../x"), "stays one of texts"),
        (("rename", "levels/basic", "a.b"), "it has a dot"),
        (("rename", "texts/deposit.termsNotice", "_schemas.x"), "is no entry"),
        (("rename", "templates/account.welcome", "_layouts.welcome"), "is no entry"),
        (("rename", "translations/common", "_common"), "cannot name a namespace"),
        (("accept", "texts/*", "--locale", "xx"), "`xx` is no active language"),
        (("accept", "texts/*", "--locale", ""), "is no active language"),
        (("clone", "texts/*", "--from", "en", "--to", ""), "is no active language"),
        (("clone", "texts/*", "--from", "es", "--to", "en"), "is the source language"),
        (("remove", "translations/common"), "its strings are `translations/common:*`"),
        (("activate", "levels/basic"), "that is for templates"),
        (("activate", "documents/*", "--locale", "es"), "`--locale` is for banners"),
        (("lock", "texts/*", "--area", "acme-sho"), "did you mean `acme-shop`?"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_wrong_use_is_one_sentence(showcase: Showcase, command: tuple[str, ...], hint: str) -> None:
    before = showcase.tree()
    showcase.run(*command).exits(2)
    assert showcase.tree() == before
    assert hint in showcase.err


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("info.termsNotice", "area `acme-shop` shows it no more"),
        ("deposit.notice", ""),
    ],
)
def test_an_area_that_chooses_by_name_is_told(showcase: Showcase, new: str, said: str) -> None:
    showcase.run("rename", "texts/deposit.termsNotice", new).exits(0)
    assert ("area `acme-shop`" in showcase.err) is bool(said)
    assert said in showcase.err
    back = showcase.run("rename", f"texts/{new}", "deposit.termsNotice").err
    assert ("shows it from now on" in back) is bool(said)


def test_a_language_that_is_named_twice_is_cloned_once(showcase: Showcase) -> None:
    command = ("clone", "texts/deposit.cardNotice", "--from", "en", "--to", "ar,ar")
    showcase.run(*command).exits(0)
    assert showcase.out.count("cloned from") == 1


def test_an_area_goes_with_its_whole_folder(showcase: Showcase) -> None:
    showcase.edited("remove", "areas/acme-shop")
    assert not (showcase.root / "content/areas/acme-shop").exists()
    showcase.run("check").exits(0)


def test_a_removed_text_takes_what_areas_say_differently_along(showcase: Showcase) -> None:
    showcase.edited("unlock", "texts/support.contactUs")
    assert showcase.edited("remove", "texts/support.contactUs") == [
        "- content/areas/acme-shop/texts/support/contactUs.yaml",
        "- content/texts/support/contactUs.yaml",
    ]


def test_a_text_that_moves_to_another_depth_keeps_its_schema(showcase: Showcase) -> None:
    showcase.edited("rename", "texts/deposit.termsNotice", "texts/deposit.notices.terms")
    moved = showcase.root / "content/texts/deposit/notices/terms.yaml"
    first = moved.read_text(encoding="utf-8").splitlines()[0]
    assert first.endswith("$schema=../../../../schemas/text.json")


def test_a_program_is_told_what_was_done(showcase: Showcase) -> None:
    showcase.run("rename", "levels/basic", "levels/starter", "--format", "json").exits(0)
    data = json.loads(showcase.out)
    assert data["written"] == ["content/configurations/account.yaml", "content/levels/starter.yaml"]
    assert data["removed"] == ["content/levels/basic.yaml"]
    assert "breaking" in data["warning"]
    assert data["entries"][0]["entity"] == "levels/basic"
    assert "+required_level: starter" in data["diff"]


def test_a_file_that_cannot_be_read_is_left_alone(showcase: Showcase) -> None:
    showcase.files({NOTICE: "title: [\n"})
    showcase.run("unlock", "texts/deposit.termsNotice").exits(2)
    assert "cannot be used as it is" in showcase.err
    assert (showcase.root / NOTICE).read_text(encoding="utf-8") == "title: [\n"


@pytest.fixture
def editor(showcase: Showcase, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Set an editor that writes down what it is given; return where."""
    script, noted = showcase.root / "build" / "editor", showcase.root / "build" / "noted"
    script.parent.mkdir(exist_ok=True)
    script.write_text(f'#!/bin/sh\nfor one; do echo "$one"; done > {noted}\n', encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"{script} -w")
    return noted


def test_an_entry_is_opened_at_its_line(showcase: Showcase, editor: Path) -> None:
    showcase.run("edit", "translations/common:action.copy", "--locale", "es").exits(0)
    option, line, path = editor.read_text(encoding="utf-8").splitlines()
    assert option == "-w"
    assert path == str(showcase.root / "content/translations/common/es.po")
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    near = lines[int(line.removeprefix("+")) - 3 : int(line.removeprefix("+"))]
    assert 'msgctxt "action.copy"' in near


def test_what_cannot_be_opened_is_said(
    showcase: Showcase, editor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    showcase.run("edit", "texts/legal.riskDisclosure", "--locale", "fr").exits(2)
    assert "begins it" in showcase.err
    showcase.run("edit", "texts/*").exits(2)
    assert "`edit` opens one" in showcase.err
    monkeypatch.setenv("EDITOR", "no-such-editor")
    showcase.run("edit", "texts/legal.riskDisclosure").exits(3)
    assert "cannot start the editor" in showcase.err
    monkeypatch.setenv("EDITOR", "'")
    showcase.run("edit", "texts/legal.riskDisclosure").exits(3)
    assert "is no command" in showcase.err
    monkeypatch.setenv("EDITOR", "false")
    showcase.run("edit", "texts/legal.riskDisclosure").exits(3)
    assert not editor.exists()


def test_a_language_is_told_which_parts_it_lacks(showcase: Showcase) -> None:
    showcase.run("add", "statuses/closed", "--locale", "ar", "--title", "مغلق").exits(0)
    showcase.run("enable", "ar").exits(1).says(
        "  statuses/closed: `description`\n", "  statuses/dormant\n"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("texts/nope", "texts/deposit.cardNotice"),
        ("translations/shpo", "translations/portal"),
        ("translations/shop:nope", "cart.title"),
    ],
)
def test_who_renames_what_is_not_there_is_told_so(showcase: Showcase, old: str, new: str) -> None:
    showcase.run("rename", old, new).exits(2).says("there is no")


@pytest.mark.parametrize("command", [("unlock", "texts/*"), ("check", "--fix")])
def test_nothing_is_swept_where_a_link_leads(
    showcase: Showcase, tmp_path: Path, command: tuple[str, ...]
) -> None:
    theirs = tmp_path / "theirs"
    (theirs / "deep").mkdir(parents=True)
    kept = ("deep/thesis.txt", "package.json", "0123456789abcdef.json")
    for name in kept:
        (theirs / name).write_text("precious", encoding="utf-8")
    (showcase.root / "build").mkdir(exist_ok=True)
    (showcase.root / "build/.edits").symlink_to(theirs)
    showcase.run(*command).exits(2).says("build/.edits` is a link, and editing commands work there")
    assert [(theirs / name).read_text(encoding="utf-8") for name in kept] == ["precious"] * 3


def test_only_what_commands_make_is_swept(showcase: Showcase) -> None:
    home = showcase.root / "build/.edits"
    for name in ("notes", "0123456789abcdef"):
        (home / name).mkdir(parents=True)
        (home / name / "a.txt").write_text("x", encoding="utf-8")
    (home / "package.json").write_text("{}", encoding="utf-8")
    showcase.run("unlock", "texts/*").exits(0)
    assert sorted(one.name for one in home.iterdir()) == ["lock", "notes", "package.json"]


def test_nothing_is_written_into_what_is_gits_own(showcase: Showcase) -> None:
    showcase.commit()
    (showcase.root / "content/texts/lnk").symlink_to("../../.git")
    showcase.run("add", "texts/lnk.evil", "--title", "x").exits(2)
    showcase.says("is a link that leads into what is Git's own; nothing was written")
    assert not (showcase.root / ".git/evil.yaml").exists()


def test_what_cannot_be_written_is_taken_back(showcase: Showcase) -> None:
    before = showcase.tree()
    (showcase.root / "content/translations/shop2").symlink_to("../../nothing/there")
    showcase.run("add", "translations/shop2:x", "--text", "hi")
    assert showcase.code in {2, 3}, showcase.out
    assert "nothing was written" in showcase.err
    (showcase.root / "content/translations/shop2").unlink()
    assert showcase.tree() == before
    showcase.run("unlock", "texts/*").exits(0)
    assert "interrupted" not in showcase.err


def test_what_cannot_be_finished_says_where_it_stands(showcase: Showcase) -> None:
    home = showcase.root / "build/.edits"
    (home / "ab12").mkdir(parents=True)
    (home / "ab12/0").write_text("x", encoding="utf-8")
    moves = {"command": ["lock"], "folder": "ab12", "moves": [["0", "content/texts/a/b.yaml"]]}
    (home / "journal.json").write_text(json.dumps({**moves, "removals": []}), encoding="utf-8")
    (showcase.root / "content/texts/a").write_text("in the way", encoding="utf-8")
    showcase.run("unlock", "texts/*").exits(3).says(
        "what an interrupted command had begun cannot be finished", "journal.json` says what"
    )
