"""`add areas/NAME --from -`: an area out of JSON, the finished record, and what is refused where."""

import io
import json
import sys
from typing import Any

import pytest

from tests.harness import Project
from tests.journeys.showcase import Showcase

AREA: dict[str, Any] = {
    "name": "Acme Outlet",
    "type": "web_shop",
    "hosting": "integrated",
    "url": "https://outlet.acme.example",
    "owner": "acme",
    "credentials": {"orders_api": "ssm:/acme/outlet/orders"},
    "oauth_clients": [
        {"id": "outlet", "redirect_uris": ["https://outlet.acme.example/cb"], "pkce": True}
    ],
    "tokens": [
        {
            "name": "storefront",
            "scopes": ["content.read"],
            "verifier": f"sha256:{'5e' * 32}",
            "expires": "2096-12-31",
        }
    ],
}
OTHER = {
    "content/areas/portal/area.yaml": (
        "name: Portal\ntype: personal_account\nhosting: integrated\n"
        "url: https://portal.acme.example\nowner: acme\n"
    ),
    "content/owners/acme.yaml": "name: Acme Ltd\n",
}
PATH = "content/areas/acme-outlet/area.yaml"
SECRET = "AKIA" + "QZXJ7W5RTN3KVB2M"


@pytest.fixture
def small(project: Project) -> Project:
    """The smallest project, with an owner and an area."""
    return project.files({**OTHER})


def files(project: Project) -> dict[str, bytes]:
    """Return the files of content, by path."""
    content = project.root / "content"
    return {str(one): one.read_bytes() for one in sorted(content.rglob("*")) if one.is_file()}


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Put JSON, or any text, on standard input."""

    def put(value: Any) -> None:
        text = value if isinstance(value, str) else json.dumps(value, indent=2)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    return put


def test_an_area_comes_out_of_json(showcase: Showcase, said: Any) -> None:
    said(AREA)
    assert showcase.edited("add", "areas/acme-outlet", "--from", "-") == [f"+ {PATH}"]
    found = showcase.data()
    assert (found["entity"], found["path"]) == ("areas/acme-outlet", PATH)
    assert [one["severity"] for one in found["findings"] if one["severity"] == "error"] == []
    record = found["record"]
    assert {key: record[key] for key in ("name", "type", "hosting", "url", "owner")} == {
        key: AREA[key] for key in ("name", "type", "hosting", "url", "owner")
    }
    # What was left out stands for something, and says so.
    assert (record["sso"], record["support"], record["content"]["languages"]) == ([], None, None)
    assert record["tokens"][0]["expires"] == "2096-12-31"
    assert record["oauth_clients"][0] == {
        **AREA["oauth_clients"][0],
        "secret": None,
        "old_secret": None,
    }
    text = (showcase.root / PATH).read_text(encoding="utf-8")
    assert text.splitlines()[1:4] == ["name: Acme Outlet", "type: web_shop", "hosting: integrated"]
    showcase.run("check", PATH, "--format", "json")
    assert showcase.data()["summary"]["errors"] == 0


def test_a_dry_run_prints_the_record_and_writes_nothing(small: Project, said: Any) -> None:
    said(AREA)
    before = files(small)
    small.run("add", "areas/acme-outlet", "--from", "-", "--dry-run").exits(0)
    assert files(small) == before
    assert small.data()["record"]["name"] == "Acme Outlet"


def test_an_owner_comes_out_of_a_file(small: Project) -> None:
    small.files({"owner.json": '{"name": "Beta Ltd", "contact": "ops@beta.example"}'})
    small.run("add", "owners/beta", "--from", "owner.json").exits(0)
    assert (
        (small.root / "content/owners/beta.yaml")
        .read_text()
        .endswith("contact: ops@beta.example\n")
    )
    assert small.data()["record"]["contact"] == "ops@beta.example"


@pytest.mark.parametrize(
    ("given", "rule", "line", "words"),
    [
        ("{", "invalid-json", 1, ""),
        ("", "invalid-json", 1, "standard input has no JSON object"),
        ('{"name": "A",\n "name": "B"}', "duplicate-key", 2, "name"),
        ("[]", "invalid-value", 1, "an area"),
        ({**AREA, "tytle": "X"}, "unknown-key", 29, "`tytle` is not a key of an area"),
        ({**AREA, "type": "kiosk"}, "invalid-value", 3, "`type` must be"),
        ({"name": "Acme Outlet"}, "missing-key", 1, "`url`"),
        ({**AREA, "owner": "nobody"}, "unknown-reference", 6, "nobody"),
        ({**AREA, "credentials": {"a": SECRET}}, "invalid-value", 8, "never a secret"),
        ({**AREA, "name": SECRET}, "literal-secret", 2, "access key of AWS"),
    ],
    ids=lambda value: value if isinstance(value, str) and value.isascii() else "",
)
def test_what_is_wrong_is_said_where_it_was_handed_in(
    small: Project, said: Any, given: Any, rule: str, line: int, words: str
) -> None:
    before = files(small)
    said(given)
    small.run("add", "areas/acme-outlet", "--from", "-").exits(1)
    found = small.data()
    assert (found["record"], found["path"]) == (None, None)
    told = {(one["rule"], one["path"], one["line"]): one["message"] for one in found["findings"]}
    assert (rule, "standard input", line) in told, told
    assert words in told[rule, "standard input", line]
    assert f"[{rule}]" in small.err
    assert SECRET not in small.out + small.err
    assert files(small) == before


def test_a_secret_is_not_shown_beside_another_finding(small: Project, said: Any) -> None:
    said(json.dumps({**AREA, "name": SECRET, "owner": "nobody"}))  # all in one line
    small.run("add", "areas/acme-outlet", "--from", "-").exits(1)
    small.says("[literal-secret]", "[unknown-reference]")
    assert SECRET not in small.out + small.err


def test_a_name_that_is_taken_is_refused(small: Project, said: Any) -> None:
    before = files(small)
    said(AREA)
    small.run("add", "areas/portal", "--from", "-").exits(1)
    small.says("content/areas/portal/area.yaml: `areas/portal` is there already")
    assert files(small) == before


def test_names_that_differ_only_in_case_are_refused(small: Project, said: Any) -> None:
    said(AREA)
    small.run("add", "areas/Portal", "--from", "-").exits(1).says("[label-clash]", "only in case")


def test_an_area_before_another_does_not_take_its_address(small: Project, said: Any) -> None:
    before = files(small)
    said({**AREA, "url": "https://portal.acme.example"})
    small.run("add", "areas/aaa", "--from", "-").exits(1)
    assert [one["rule"] for one in small.data()["findings"]] == ["shared-address"]
    assert files(small) == before


@pytest.mark.parametrize(
    ("arguments", "said_words"),
    [
        (("areas/a", "--from", "-", "--name", "X"), "leave out all but `--dry-run`"),
        (("areas/a", "--from", "-", "--json", "x.json"), "leave out all but `--dry-run`"),
        (("texts/a", "--from", "-"), "others take `--json`"),
        (("areas/default", "--from", "-"), "default"),
        (("areas/a b", "--from", "-"), "cannot be"),
        (("areas/a", "--from", "nowhere.json"), "there is no file `nowhere.json`"),
    ],
)
def test_wrong_use_is_said(
    small: Project, said: Any, arguments: tuple[str, ...], said_words: str
) -> None:
    before = files(small)
    said(AREA)
    small.run("add", *arguments).exits(2).says(said_words)
    assert files(small) == before


def test_what_is_printed_can_be_handed_in(small: Project, said: Any) -> None:
    said(AREA)
    printed = small.run("add", "areas/one", "--from", "-").exits(0).data()["record"]
    (small.root / "content/areas/one/area.yaml").unlink()
    said({key: value for key, value in printed.items() if value is not None})
    assert small.run("add", "areas/one", "--from", "-").exits(0).data()["record"] == printed
