"""`config`: what an area gets with the line it comes from, and values set where they belong."""

import shutil
from typing import Any

import pytest

from tests.harness import LANGUAGES, Project
from tests.journeys.showcase import SHOWCASE, Showcase

SHOP = "content/areas/acme-shop"
GENERAL = f"{SHOP}/configurations/general.yaml"
RECORD = f"{SHOP}/area.yaml"
OWNER = "content/owners/acme.yaml"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Showcase:
    """The showcase, for questions and dry runs: nothing is written there."""
    folder = tmp_path_factory.mktemp("content")
    shutil.copytree(SHOWCASE / "content", folder / "content")
    shutil.copy(SHOWCASE / "clientarea.yaml", folder)
    return Showcase(folder)


def shown(project: Project, area: str, *keys: str) -> list[str]:
    """Return the lines that `config` prints, with single spaces."""
    project.run("config", area, *keys).exits(0)
    return [" ".join(line.split()) for line in project.out.splitlines() if line]


def values(project: Project, area: str, *keys: str) -> dict[str, Any]:
    """Return by key the value and, as a word, where it comes from."""
    project.run("config", area, *keys, "--format", "json").exits(0)
    return {one["key"]: (one["value"], one["origin"]) for one in project.data()["values"]}


@pytest.mark.parametrize(
    ("area", "keys", "lines"),
    [
        (
            "acme-shop",
            ["clients.accounts_max", "clients.withdrawal_tfa"],
            [
                f"clients.accounts_max 1 {GENERAL}:4 (instead of 5, content/configurations/general.yaml:3)",
                "clients.withdrawal_tfa true content/configurations/general.yaml:8",
            ],
        ),
        (
            "acme-shop",
            ["documents.source_of_funds"],
            [
                f"documents.source_of_funds - {SHOP}/configurations/documents.yaml:4 (taken away; instead of {{required: true, purposes: [compliance]}}, content/configurations/documents.yaml:20)"
            ],
        ),
        (
            "default",
            ["support"],
            [
                "support.desk client-support content/configurations/support.yaml:2",
                "support.tags [] content/configurations/support.yaml:3",
            ],
        ),
        (
            "acme-shop",
            ["support.*", "content"],
            [
                "content.languages - default (all that are enabled)",
                f"content.namespaces [shop, common, payments] {RECORD}:36",
                f"content.texts [deposit.*, legal.*, support.*] {RECORD}:37",
                f"support.desk shop-support {RECORD}:26 (instead of client-support, content/configurations/support.yaml:2)",
                f"support.tags [shop] {RECORD}:27 (instead of [], content/configurations/support.yaml:3)",
            ],
        ),
        (
            "acme-portal",
            ["tokens.mailer.scopes", "languages.enabled", "languages.pl"],
            [
                "tokens.mailer.scopes [templates.read] content/areas/acme-portal/area.yaml:35",
                f"languages.enabled [en, es, ru, pl] content/areas/acme-portal/area.yaml:44 (instead of [en, es, ru, pl], {LANGUAGES}:4)",
                "languages.pl.name polski CLDR",
                "languages.pl.names {en: Polish, es: polaco, ru: польский} CLDR",
                "languages.pl.direction ltr CLDR",
                "languages.pl.fallbacks [en] CLDR",
            ],
        ),
        (
            "acme-shop",
            ["branding.colors.primary", "branding.colors.text", "branding.fonts", "branding.logo"],
            [
                f"branding.colors.primary #2456d6 {RECORD}:31 (instead of #00794a, {OWNER}:8)",
                f"branding.colors.text #12263a {OWNER}:11",
                f"branding.fonts.text [Inter, -apple-system, Segoe UI, Roboto, Arial, sans-serif] {OWNER}:14",
                f"branding.logo acme-logo.png {OWNER}:15",
            ],
        ),
        (
            "acme-shop",
            ["levels.basic.properties", "levels.basic.locales.es.title"],
            [
                "levels.basic.properties.daily_limit 1000 content/levels/basic.yaml:4",
                "levels.basic.properties.monthly_limit 5000 content/levels/basic.yaml:5",
                "levels.basic.properties.currency EUR content/levels/basic.yaml:6",
                "levels.basic.locales.es.title Básico content/levels/basic.yaml:20",
            ],
        ),
    ],
)
def test_each_value_has_the_line_it_comes_from(
    content: Showcase, area: str, keys: list[str], lines: list[str]
) -> None:
    assert shown(content, area, *keys) == lines


def test_what_nobody_has_written_is_named_a_default(project: Project) -> None:
    assert shown(project, "default") == [
        "clients.accounts_max - default (no limit)",
        "clients.activate_on_creation false default",
        "clients.demo_account false default",
        "clients.personal_manager false default",
        "clients.exchange_tfa false default",
        "clients.withdrawal_tfa false default",
        "security.session_minutes 60 default",
        "security.refresh_session_minutes 120 default (twice the session)",
        "documents {} default",
        "account.open_on_sign_up false default",
        "account.required_level - default (none)",
        "account.required_status init default",
        "support.desk - default (no desk)",
        f"languages.source en {LANGUAGES}:1",
        f"languages.enabled [en, es] {LANGUAGES}:3",
        "languages.en.name English CLDR",
        "languages.en.names {es: inglés} CLDR",
        "languages.en.direction ltr CLDR",
        "languages.en.fallbacks [] CLDR",
        "languages.es.name español CLDR",
        "languages.es.names {en: Spanish} CLDR",
        "languages.es.direction ltr CLDR",
        "languages.es.fallbacks [en] CLDR",
    ]


def test_what_config_says_is_what_is_published(showcase: Showcase) -> None:
    showcase.run("publish").exits(0)
    for area in ("acme-portal", "acme-shop"):
        public = showcase.published("config.json", area=area)
        routing = showcase.published("routing.json", area=area, side="private")
        found = {key: value for key, (value, _) in values(showcase, area).items()}
        for section in ("clients", "security", "account"):
            for name, value in public[section].items():
                assert found[f"{section}.{name}"] == value
        for name, document in public["verification_documents"].items():
            assert found[f"documents.{name}.required"] == document["required"]
            assert found[f"documents.{name}.purposes"] == document["purposes"]
        gone = {one for one, value in found.items() if one.count(".") == 1 and value is None}
        assert not gone & {f"documents.{name}" for name in public["verification_documents"]}
        assert found["languages.enabled"] == public["languages"]["enabled"]
        for locale, name in public["languages"]["names"].items():
            assert found[f"languages.{locale}.name"] == name
            assert (
                found[f"languages.{locale}.direction"] == public["languages"]["directions"][locale]
            )
        for label, level in public["levels"].items():
            assert found[f"levels.{label}.type"] == level["type"]
            for locale, text in level["locales"].items():
                assert found[f"levels.{label}.locales.{locale}.title"] == text["title"]
        assert found["support.desk"] == routing["areas"][area]["desk"]
        assert found["support.tags"] == routing["areas"][area]["tags"]
        for name, color in public["branding"]["colors"].items():
            assert found[f"branding.colors.{name}"] == color
        assert found["branding.logo"] == "acme-logo.png"
        assert public["branding"]["logo"].endswith("/logo.png")


def test_a_text_of_another_language_says_whose_it_is(showcase: Showcase) -> None:
    path = "content/statuses/closed.yaml"
    lines = (showcase.root / path).read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if "Zamknięte" not in line]
    showcase.files({path: "\n".join(kept) + "\n"})
    (line,) = shown(showcase, "acme-shop", "statuses.closed.locales.pl.title")
    assert line == f"statuses.closed.locales.pl.title Closed {path}:9 (from en)"


def test_the_rest_of_the_texts_is_counted_not_dropped(content: Showcase) -> None:
    lines = shown(content, "acme-shop")
    assert "texts of levels and statuses more" in content.err
    more = int(content.err.split()[0])
    assert len(lines) + more == len(values(content, "acme-shop"))


SETTING = [
    (
        "clients.accounts_max=3",
        [f"{GENERAL}: -  accounts_max: 1", f"{GENERAL}: +  accounts_max: 3"],
    ),
    # As in all areas: the shop follows what is shared again.
    ("clients.accounts_max=5", [f"{GENERAL}: -  accounts_max: 1"]),
    ("clients.accounts_max=", [f"{GENERAL}: -  accounts_max: 1"]),
    (
        "clients.accounts_max=null",
        [f"{GENERAL}: -  accounts_max: 1", f"{GENERAL}: +  accounts_max: null"],
    ),
    (
        "security.session_minutes=90 security.refresh_session_minutes=180",
        [
            f"{GENERAL}: -  session_minutes: 30",
            f"{GENERAL}: -  refresh_session_minutes: 60",
            f"{GENERAL}: +  session_minutes: 90",
            f"{GENERAL}: +  refresh_session_minutes: 180",
        ],
    ),
    ("account.required_level=verified", [f"+ {SHOP}/configurations/account.yaml"]),
    (
        "documents.tax_card.required=true documents.tax_card.purposes=identity,compliance",
        [
            f"{SHOP}/configurations/documents.yaml: +  tax_card:",
            f"{SHOP}/configurations/documents.yaml: +    required: true",
            f"{SHOP}/configurations/documents.yaml: +    purposes: [identity, compliance]",
        ],
    ),
    (
        "url=https://store.acme.example",
        [
            f"{RECORD}: -url: https://shop.acme.example",
            f"{RECORD}: +url: https://store.acme.example",
        ],
    ),
    ("support.tags=shop,vip", [f"{RECORD}: -  tags: [shop]", f"{RECORD}: +  tags: [shop, vip]"]),
    (
        "content.languages=en,es",
        [f"{RECORD}: +  languages: [en, es]"],
    ),
    (
        "oauth_clients.acme-shop.secret.expires=2097-01-31",
        [f"{RECORD}: -      expires: 2096-12-31", f"{RECORD}: +      expires: 2097-01-31"],
    ),
]


@pytest.mark.parametrize(("assignments", "changes"), SETTING, ids=[one for one, _ in SETTING])
def test_a_value_is_set_where_it_belongs(
    content: Showcase, assignments: str, changes: list[str]
) -> None:
    content.run("config", "acme-shop", "--dry-run", *assignments.split()).exits(0)
    assert changed(content.out) == changes


def changed(diff: str) -> list[str]:
    """Return the changed lines of a diff with their paths, and the files that come and go."""
    lines, old, path = [], "", ""
    for line in diff.splitlines():
        if line.startswith("--- "):
            old = line[4:]
        elif line.startswith("+++ "):
            path = line[6:] if line != "+++ /dev/null" else old[2:]
            if "/dev/null" in (old, line[4:]):
                lines.append(f"{'+' if old == '/dev/null' else '-'} {path}")
        elif line[:1] in "+-" and lines[-1:] != [f"- {path}"] and f"+ {path}" not in lines:
            lines.append(f"{path}: {line}")
    return lines


def test_said_twice_it_changes_nothing(showcase: Showcase) -> None:
    command = ("config", "acme-shop", "clients.accounts_max=5", "account.required_level=verified")
    assert len(showcase.edited(*command)) == 2
    assert showcase.edited(*command) == []
    assert "`clients.accounts_max` is 5 already" in showcase.out
    showcase.run("check", "--rule", "empty-overlay").exits(0).says("No findings")


def test_a_new_file_of_differences_is_as_add_writes_it(showcase: Showcase) -> None:
    showcase.run("config", "acme-shop", "account.required_level=verified").exits(0)
    assert (showcase.root / SHOP / "configurations/account.yaml").read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=../../../../schemas/account-overlay.json\n"
        "required_level: verified\n"
    )


def test_the_last_difference_goes_with_its_file(content: Showcase) -> None:
    content.run("config", "acme-portal", "clients.personal_manager=false", "--dry-run").exits(0)
    assert changed(content.out) == ["- content/areas/acme-portal/configurations/general.yaml"]


def test_what_all_areas_share_is_set_as_default(content: Showcase) -> None:
    path = "content/configurations/general.yaml"
    content.run("config", "default", "clients.accounts_max=7", "--dry-run").exits(0)
    assert changed(content.out) == [
        f"{path}: -  accounts_max: 5",
        f"{path}: +  accounts_max: 7",
    ]


def test_whose_word_a_setting_is(content: Showcase) -> None:
    assert values(content, "acme-shop", "clients") == {
        "clients.accounts_max": (1, "area"),
        "clients.activate_on_creation": (True, "shared"),
        "clients.demo_account": (False, "area"),
        "clients.personal_manager": (False, "shared"),
        "clients.exchange_tfa": (False, "area"),
        "clients.withdrawal_tfa": (True, "shared"),
    }
    assert values(content, "acme-shop", "branding.colors.text", "branding.colors.link") == {
        "branding.colors.text": ("#12263a", "owner"),
        "branding.colors.link": ("#2456d6", "area"),
    }


def test_a_desk_comes_into_the_record_and_goes_as_a_whole(showcase: Showcase) -> None:
    showcase.run("config", "acme-shop", "support.desk=", "support.tags=").exits(0)
    assert "\nsupport:" not in (showcase.root / RECORD).read_text(encoding="utf-8")
    assert values(showcase, "acme-shop", "support.desk") == {
        "support.desk": ("client-support", "shared")
    }
    showcase.run("config", "acme-shop", "support.tags=vip", "support.desk=second-line").exits(0)
    assert values(showcase, "acme-shop", "support") == {
        "support.desk": ("second-line", "area"),
        "support.tags": (["vip"], "area"),
    }


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("acme-shop security.session_minutes=90", 1, "less than the session (90)"),
        ("acme-shop account.required_level=nope", 1, "there is no level `nope`"),
        ("acme-shop owner=nobody", 1, "there is no owner `nobody`"),
        ("acme-shop branding.logo=x.png", 1, "there is no file `x.png`"),
        ("acme-shop branding.logo=area.yaml", 2, "must be the name of an image"),
        ("acme-shop clients.acounts_max=1", 2, "`accounts_max`? Nothing was written"),
        (
            "default security.session_minutes=" + "9" * 20,
            2,
            "must be a whole number that programs can hold",
        ),
        ("acme-shop clients.acounts_max=1", 2, "did you mean `accounts_max`?"),
        ("acme-shop clients.accounts_max=many", 2, "must be a whole number"),
        ("acme-shop clients=5", 2, "must be a mapping"),
        ("acme-shop documents.bank_card_back.purposes=fun", 2, "must be `login`, `identity`"),
        ("acme-shop support.desk=", 2, "`support` must have `desk`"),
        ("acme-shop tokens.storefron.scopes=x", 2, "did you mean `storefront`?"),
        ("acme-shop levels.basic.type=x", 2, "clientarea add levels/LABEL"),
        ("acme-shop clients url=x", 2, "`clients` sets nothing"),
        ("acme-shop colour=x", 2, "there is no value `colour`"),
        ("acme-shop level", 2, "did you mean `levels`?"),
        ("acme-shop clients.accounts_mx", 2, "did you mean `clients.accounts_max`?"),
        ("acme-shp", 2, "did you mean `acme-shop`?"),
        ("acme-shp url=https://x.example", 2, "did you mean `acme-shop`?"),
        ("default name=x", 2, "there is no value `name`"),
        ("acme-shop --dry-run clients", 2, "write KEY=VALUE"),
        ("acme-shop --dry clients=1", 2, "there is no option `--dry`"),
    ],
)
def test_what_does_not_fit_is_one_sentence_and_nothing_is_written(
    content: Showcase, words: str, code: int, said: str
) -> None:
    before = content.tree()
    content.run("config", *words.split()).exits(code).says(said)
    assert content.tree() == before
    assert content.err.count("\n") == 1


def test_a_file_with_errors_is_named_before_anything_is_said_of_the_area(
    showcase: Showcase,
) -> None:
    showcase.edit(GENERAL, "accounts_max: 1", "accounts_max: one")
    showcase.run("config", "acme-shop", "clients").exits(1).says(f"{GENERAL}:4:17: ", "mend that")
    showcase.run("config", "acme-shop", "clients.demo_account=true").exits(2).says(
        "must be a whole number"
    )
    shown(showcase, "acme-portal", "clients")
    showcase.edit(RECORD, "hosting: custom", "hosting: rented")
    showcase.run("config", "acme-shop", "name").exits(1).says(f"{RECORD}:4:10: ")
    showcase.run("config", "acme-shop", "name=x").exits(2).says("`acme-shop` has errors")


def test_what_would_be_a_warning_is_written_and_said(showcase: Showcase) -> None:
    showcase.run("config", "acme-shop", "content.texts=nothing.*").exits(0)
    assert "note: " in showcase.err
    assert "nothing.*" in showcase.err


def test_what_would_be_an_error_is_not_written(showcase: Showcase) -> None:
    before = showcase.tree()
    showcase.run("config", "acme-shop", "url=https://portal.acme.example").exits(1)
    assert "has the address of `acme-portal`" in showcase.err
    assert showcase.tree() == before
