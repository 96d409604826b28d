"""E-mails of other projects brought in, checked, and written as files that can be opened."""

from collections import Counter
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from tests.harness import Project

LANGUAGES = "source: en\nactive: [en]\nenabled: [en]\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "repository").files(
        {"clientarea.yaml": "version: 1\n", "content/configurations/languages.yaml": LANGUAGES}
    )


PAGE = """<html><head><title>Invoice {{ invoice_id }}</title></head><body>
<table><tr><td>Acme</td></tr><tr><td><h1>Hi {{name}},</h1><p>please pay {{total}} for what you have ordered.</p>
{{#each rows}}<p>{{text}}</p>{{/each}}{{#rows}}<p>Thanks for all of that!</p>{{/rows}}</td></tr><tr><td>Street 1</td></tr></table></body></html>
"""


def test_a_page_becomes_a_template_and_a_layout(project: Project) -> None:
    Project(project.root.parent).files(
        {"mails/pay-now/content.html": PAGE, "mails/pay-now/content.txt": "Hi {{name}}"}
    )
    project.run("import", "--format", "mails", "--prefix", "shop", "../mails").exits(0)
    root = project.root / "content/templates"
    assert (root / "shop/payNow.en.md").read_text(encoding="utf-8") == (
        "---\ntitle: Invoice {{ invoice_id }}\n---\n# Hi {{ name }},\n\nplease pay {{ total }} for what you have ordered.\n\n"
        "{% for item in rows %}\n\n{{ item.text }}\n\n{% endfor %}\n\n{% if rows | length %}\n\nThanks for all of that!\n\n{% endif %}\n"
    )
    assert (root / "_layouts/shop.html.j2").read_text(encoding="utf-8") == (
        "<html><head><title>{{ subject }}</title></head><body>\n<table><tr><td>Acme</td></tr><tr><td>{{ body }}</td></tr>"
        "<tr><td>Street 1</td></tr></table></body></html>\n"
    )
    project.run("check").exits(0)
    project.run("import", "--format", "mails", "--prefix", "shop", "../mails").exits(0).says(
        "unchanged"
    )


def test_what_is_left_out_says_why(project: Project) -> None:
    files: dict[str, str | bytes] = {
        "mails/a.html": "<p>{{{ html }}}</p>",
        "mails/b.ftl": "${x}",
        "mails/c.mjml": "<mjml></mjml>",
        "mails/d.html": PAGE,
    }
    Project(project.root.parent).files(files)
    project.run("import", "--format", "mails", "../mails").exits(0).says(
        "Left out `../mails/a.html`: `{{{ html }}}` is put in without being escaped.",
        "Left out `../mails/b.ftl`: FreeMarker's calls and imports have no counterpart in Jinja.",
        "Left out `../mails/c.mjml`: it has no text.",
    )


REAL: dict[str, tuple[int, int, dict[str, int]]] = {
    "postmark/templates": (22, 4, {}),
    "postmark/templates-inlined": (11, 2, {}),
    "mailgun": (6, 6, {"it is no page": 1}),
    "leemunroe": (2, 2, {"it is no page": 1}),
    "django-allauth": (18, 0, {"it is no page": 3, "`{% user_display user as user_display %}`": 2}),
    "mjml-python": (
        67,
        55,
        {
            "it has no text": 13,
            "MJML has no component": 2,
            "`<input>` has no place": 1,
            "it is no page": 1,
        },
    ),
}
"""How many templates and layouts come in, and why how many files do not."""

CONTENT = {
    "insecure-address",
    "relative-address",
    "image-without-alt",
    "form-in-mail",
    "empty-link",
    "leaking-rendering",
}
"""What is an error in the mails themselves."""


@pytest.mark.parametrize("folder", REAL)
def test_mails_of_other_projects(
    project: Project, shared_data: Path, folder: str, tmp_path: Path
) -> None:
    templates, layouts, reasons = REAL[folder]
    project.run(
        "import", "--format", "mails", "--prefix", "mail", str(shared_data / "email" / folder)
    ).exits(0)
    left_out = [
        line.partition("`: ")[2] for line in project.out.splitlines() if line.startswith("Left out")
    ]
    root = project.root / "content/templates"
    assert len(list((root / "mail").rglob("*.yaml"))) == templates
    assert len(list((root / "_layouts").glob("*"))) == layouts
    assert {start: sum(one.startswith(start) for one in left_out) for start in reasons} == reasons
    assert len(left_out) == sum(reasons.values())
    project.run("check", "--format", "json")
    errors = Counter(
        one["rule"] for one in project.data()["findings"] if one["severity"] == "error"
    )
    assert set(errors) <= CONTENT, errors
    project.run("show", "templates/*", "--format", "eml", "--output", str(tmp_path / "out")).exits(
        0
    )
    mails = sorted((tmp_path / "out").iterdir())
    assert len(mails) == templates
    for path in mails:
        message = message_from_bytes(path.read_bytes(), policy=policy.default)
        assert not message.defects
        assert message["Subject"]


def test_free_marker_is_refused_with_the_reason(project: Project, shared_data: Path) -> None:
    project.run(
        "import", "--format", "mails", str(shared_data / "email" / "keycloak" / "html")
    ).exits(2)
    project.says("FreeMarker's calls and imports have no counterpart in Jinja")
