"""Templates that loop for ever, grow without end or reach for Python: told, and the run goes on."""

import time

from tests.harness import Project

HEAD = """\
channel: email
active: true
variables:
  type: object
  properties: {xs: {type: array, items: {type: string}}, name: {type: string, minLength: 1}}
  required: [xs, name]
samples: {usual: {xs: [a], name: Ana}}
locales:
  en:
    title: "{{ xs | length }}"
    description: >-
      Hello {{ name }},
"""
LOOPS = "{% for a in xs %}" * 6 + "{% endfor %}" * 6
GROWS = "{% set a = name %}" + "{% set a = a ~ a %}" * 60
REACHES = "{{ name.__class__.__base__.__subclasses__() }}"
INCLUDES = "{% include '/etc/passwd' %}"


def template(body: str) -> str:
    return f"{HEAD}      {body}\n"


def test_each_is_a_finding_within_seconds(project: Project) -> None:
    project.files(
        {
            "content/configurations/languages.yaml": "source: en\nactive: [en]\nenabled: [en]\n",
            "content/templates/loops.yaml": template(LOOPS),
            "content/templates/grows.yaml": template(GROWS),
            "content/templates/reaches.yaml": template(REACHES),
            "content/templates/includes.yaml": template(INCLUDES),
            "content/templates/typing.yaml": template("{{ nam }}"),
            "content/templates/fine.yaml": template("{% for x in xs %}{{ x }}{% endfor %}"),
        }
    )
    begun = time.monotonic()
    project.run("check", "--format", "json").exits(1)
    assert time.monotonic() - begun < 60
    found = {
        (one["path"].rpartition("/")[2], one["line"], one["rule"], one["message"])
        for one in project.data()["findings"]
        if one["severity"] == "error"
    }
    (grown,) = [one for one in found if one[0] == "grows.yaml"]
    assert grown[2:] in {
        ("failed-rendering", "it takes too much memory, with the sample `usual`"),
        ("failed-rendering", "it takes longer than 2 s to render"),
    }
    assert found - {grown} == {
        ("loops.yaml", 11, "failed-rendering", "it takes longer than 2 s to render"),
        (
            "reaches.yaml",
            13,
            "unportable-template",
            "`__class__` begins with `_`, which no value does",
        ),
        (
            "reaches.yaml",
            13,
            "unportable-template",
            "`__base__` begins with `_`, which no value does",
        ),
        ("reaches.yaml", 13, "unportable-template", "nothing can be called in a template"),
        ("includes.yaml", 13, "unportable-template", "`{% include %}` is not portable"),
        ("typing.yaml", 13, "undeclared-variable", "`nam` is not among the variables of `typing`"),
    }
