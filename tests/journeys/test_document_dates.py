"""Days of documents: judged by the day that is given, and nothing that is built depends on it."""

import pytest

from tests.harness import Project

FEES = "name: Fees\nactive: true\nlink: https://a.eu/fees\nreview_by: 2027-01-31\nexpires: 2027-03-31\n"
WAIVER = (
    "waivers:\n  - {rule: missing-file, entity: documents/terms, reason: It comes on Monday.,"
    " expires: 2027-01-31}\n"
)
TERMS = "name: Terms\nactive: true\nfile: Terms-2027-v1.pdf\n"
DAYS = ("overdue-review", "expired-document", "near-date")


@pytest.fixture
def documents(project: Project) -> Project:
    return project.files({"content/documents/fees.yaml": FEES})


def rules(project: Project, *arguments: str) -> list[str]:
    found = project.run("check", "--format", "json", *arguments).data()["findings"]
    return [one["rule"] for one in found if one["rule"] in DAYS]


@pytest.mark.parametrize(
    ("today", "found"),
    [
        ("2026-12-31", []),
        ("2027-01-01", ["near-date"]),
        ("2027-01-31", ["near-date"]),
        ("2027-02-01", ["overdue-review"]),
        ("2027-03-01", ["overdue-review", "near-date"]),
        ("2027-03-31", ["overdue-review", "near-date"]),
        ("2027-04-01", ["overdue-review", "expired-document"]),
    ],
)
def test_what_the_day_brings(documents: Project, today: str, found: list[str]) -> None:
    assert rules(documents, "--today", today) == found
    assert rules(documents, "--today", today) == found  # as it is kept


def test_another_notice(documents: Project) -> None:
    documents.files({"clientarea.yaml": "version: 1\ndocuments: {notice_days: 0}\n"})
    assert rules(documents, "--today", "2027-01-30") == []
    assert rules(documents, "--today", "2027-01-31") == ["near-date"]


def test_the_same_is_built_on_every_day(documents: Project) -> None:
    built = []
    for today in ("2026-01-01", "2030-01-01"):
        documents.run("build", "--today", today).exits(0)
        built.append((documents.root / "build/out/public/default/documents/en.json").read_bytes())
    assert built[0] == built[1]
    documents.says("`fees` expired on 2027-03-31 and is still published")
    entry = documents.json("build/out/public/default/documents/en.json")["fees"]
    assert entry["expires"] == "2027-03-31"


def test_waivers_end_by_the_same_day(project: Project) -> None:
    project.files({"content/documents/terms.yaml": TERMS, "waivers.yaml": WAIVER})
    project.run("check", "--today", "2027-01-31").exits(0)
    project.run("check", "--today", "2027-02-01").exits(1)
    project.run("build", "--today", "2027-02-01").exits(1)
    project.run("check", "--fix", "--today", "2027-02-01").exits(1).says("expired-waiver")


def test_a_review_on_a_day(documents: Project) -> None:
    documents.commit().git("branch", "-M", "main")
    documents.run("report", "--base", "main", "--today", "2027-04-01").exits(0)
    documents.says("`fees` expired on 2027-03-31")


@pytest.mark.parametrize("day", ["2027-02-30", "tomorrow", "20270131", "31.01.2027", ""])
def test_what_is_no_day(documents: Project, day: str) -> None:
    documents.run("check", "--today", day).exits(2).says(f"`{day}` is not a day such as 2027-01-31")


@pytest.mark.parametrize(
    ("settings", "place", "said"),
    [
        ("{names: '<Kind>.pdf'}", "2:20", "`documents.names` has the part `<Kind>`"),
        ("{hosts: ['https://acme.example']}", "2:21", "must be a host in lower case"),
        ("{notice_days: -1}", "2:26", "notice_days"),
    ],
)
def test_settings_that_cannot_be_used(
    project: Project, settings: str, place: str, said: str
) -> None:
    project.files({"clientarea.yaml": f"version: 1\ndocuments: {settings}\n"})
    project.run("check").exits(2).says(f"clientarea.yaml:{place}: error: ", said)
