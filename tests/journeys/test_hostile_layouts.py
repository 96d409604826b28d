"""Layouts that break mails: told where it is written, once, and the mails are not judged by them."""

from tests.harness import Project

LAYOUTS = {
    "statement": '<html>{{ body }}<p {% if name %}class="a"{% endif %}>x</p></html>',
    "hidden": '<html>{{ body }}\n<div style="display: none">{% if name %}</div>x{% endif %}</html>',
    "odd": '<html>\n{{ body }}<noscript><p a"b></noscript><!--> <b/onclick=x()>y</b> --></html>',
    "fine": '<html>{{ body }}<p title="{% if name %}a{% endif %}">x</p></html>',
}
TEMPLATE = """channel: email
active: true
layout: {layout}
variables: {{type: object, properties: {{name: {{type: string, minLength: 1, maxLength: 9}}}}, required: [name]}}
samples: {{usual: {{name: Ana}}}}
locales: {{en: {{title: Hello, description: "Hello **{{{{ name }}}}**"}}}}
"""
STOPS = """channel: email
active: true
marketing: true
variables: {{type: object, properties: {{unsubscribe_url: {{type: string, format: uri}}}}, required: {required}}}
samples: {{usual: {{unsubscribe_url: "https://acme.example/1"}}}}
locales: {{en: {{title: Offers, description: '{body}'}}}}
"""
LINK = '{% if unsubscribe_url %}<a href="{{ unsubscribe_url }}">Stop</a>{% endif %}'


def found(project: Project, *rules: str) -> list[tuple[object, ...]]:
    project.run("check", "--format", "json")
    return [
        (one["path"].rpartition("/")[2], one["line"], one["column"], one["rule"], one["message"])
        for one in project.data()["findings"]
        if one["severity"] == "error" and one["rule"] in rules
    ]


def prepared(project: Project, files: dict[str, str]) -> Project:
    languages = "source: en\nactive: [en]\nenabled: [en]\n"
    return project.files({"content/configurations/languages.yaml": languages, **files})


def test_layouts(project: Project) -> None:
    files = {f"content/templates/_layouts/{name}.html": text for name, text in LAYOUTS.items()}
    for name in LAYOUTS:
        files[f"content/templates/{name}.yaml"] = TEMPLATE.format(layout=name)
    rules = ("invalid-layout", "script-in-mail", "failing-layout", "differing-parts")
    assert found(prepared(project, files), *rules) == [
        (
            "hidden.html", 2, 48, "failing-layout",
            "with the sample `usual` `hidden` cannot be rendered with this layout: Encountered unknown tag 'endif'.",
        ),
        (
            "odd.html", 2, 48, "script-in-mail",
            "`onclick` is a script, which mail readers throw away",
        ),
        (
            "statement.html", 1, 20, "invalid-layout",
            "a tag holds Jinja in the values of its attributes alone: elsewhere it would be lost",
        ),
    ]  # fmt: skip


def test_a_way_to_unsubscribe_is_there_with_all_values(project: Project) -> None:
    lacks = "this mail advertises, and has no link to unsubscribe"
    files = {
        "content/templates/some.yaml": STOPS.format(required="[]", body=LINK),
        "content/templates/all.yaml": STOPS.format(required="[unsubscribe_url]", body=LINK),
        "content/templates/wordless.yaml": STOPS.format(
            required="[unsubscribe_url]", body='<a href="{{ unsubscribe_url }}"></a> Stop'
        ),
    }
    assert found(prepared(project, files), "missing-unsubscribe") == [
        ("some.yaml", 6, 44, "missing-unsubscribe", f"with the least values {lacks}"),
        ("wordless.yaml", 6, 44, "missing-unsubscribe", lacks),
    ]
