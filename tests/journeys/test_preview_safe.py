"""Whatever authors write, a preview runs none of it and fetches nothing, seen in real Chromium."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.harness import Project, small_project
from tests.journeys.browsing import file_address, served, visited

BUILD = "build/preview"
RUN = "top.pwned=1;alert(1)"
ATTACKS = [
    f"<script>{RUN}</script>",
    f"<img src=x onerror='{RUN}'>",
    f"<svg onload='{RUN}'><script>{RUN}</script></svg>",
    f"<iframe srcdoc='<script>{RUN}</script>'></iframe>",
    f"[click](javascript:{RUN})",
    f"<a href='javascript:{RUN}'>x</a>",
    f"<details open ontoggle='{RUN}'>x</details>",
    "<style>@import 'https://evil.example/x.css'; body{background:url(https://evil.example/y)}</style>",
    "<link rel=stylesheet href=https://evil.example/z.css><base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<form action=https://evil.example/><input name=q autofocus></form>",
    "![x](https://evil.example/pixel.png)",
    f"</script><script>{RUN}</script>",
    f"'); {RUN}; ('",
    f"\\'); {RUN}; //",
    f"\u2028{RUN}\u2029",
    "</iframe></body></html>",
    "__proto__",
]
ALL = "\n\n".join(ATTACKS)
LINE = " ".join(ATTACKS)
TEXT = "locales: {{en: {{title: {1}, description: {0}, properties: {{__proto__: {0}, constructor: {0}}}}}, es: {{title: {1}, description: {0}}}}}\n"
MAIL = """channel: email
active: true
layout: base
variables: {{type: object, properties: {{name: {{type: string}}}}, required: [name]}}
samples: {{usual: {{name: {0}}}}}
locales: {{en: {{title: {1}, description: "Hello {{{{ name }}}}"}}, es: {{title: {1}, description: {0}}}}}
"""
AREA = "name: {1}\ntype: web_shop\nhosting: custom\nurl: https://shop.example\nbranding: {{colors: {{primary: '#123456'}}}}\n"
LAYOUT = f"<html><head><script>{RUN}</script></head><body onload='{RUN}'>{{{{ body }}}}{ALL}</body></html>\n"
STATE = "() => [top.pwned ?? null, Object.prototype.polluted ?? null, document.querySelectorAll('#main, #header').length]"
SCREENS = [
    "#/overview",
    "#/list",
    "#/list?q=script",
    "#/entry/texts/attack?locale=all",
    "#/entry/translations/portal:attack?locale=all",
    "#/entry/templates/attack?locale=en",
    "#/entry/templates/attack?locale=all",
    "#/areas/shop",
    "#/findings",
    f"#/list?q={ATTACKS[1]}",
    f"#/entry/{ATTACKS[0]}",
    f"#/{ATTACKS[0]}?area={ATTACKS[1]}&state={ATTACKS[2]}",
    "#/entry/%E0%A4%A?locale=__proto__",
]


def attacked(root: Path) -> Project:
    quoted = json.dumps(ALL), json.dumps(LINE)
    strings = "".join(
        f'\nmsgctxt "attack{number or ""}"\nmsgid {json.dumps(one, ensure_ascii=False)}\nmsgstr ""\n'
        for number, one in enumerate([ALL, *ATTACKS])
    )
    project = small_project(root)
    source = (project.root / "content/translations/portal/en.po").read_text()
    return project.files(
        {
            "content/translations/portal/en.po": source + strings,
            "content/texts/attack.yaml": TEXT.format(*quoted),
            "content/templates/attack.yaml": MAIL.format(*quoted),
            "content/templates/_layouts/base.html.j2": LAYOUT,
            "content/areas/shop/area.yaml": AREA.format(*quoted),
        }
    )


def harmed(found: Any) -> list[str]:
    """Return what came of attacks: dialogs, requests to anywhere else."""
    dialogs = [one for one in found["errors"] if one.startswith("dialog")]
    fetched = [url for url in found["loaded"] if "evil" in url]
    return dialogs + fetched


@pytest.mark.timeout(600)
def test_no_attack_runs_or_fetches_anything(tmp_path: Path) -> None:
    project = attacked(tmp_path).run("preview").exits(0)
    visits = [{"hash": one, "read": STATE, "settle": 400} for one in SCREENS]
    with served(project.root / BUILD) as address:
        for screen, found in zip(SCREENS, visited(f"{address}/index.html", visits), strict=True):
            assert (screen, harmed(found), found["read"]) == (screen, [], [None, None, 2])
    frames = list((project.root / BUILD / "frames").iterdir())
    assert frames
    assert any(f"<script>{RUN}" in one.read_text() for one in frames)  # there was something to run


@pytest.mark.timeout(600)
def test_the_frames_of_mails_are_safe_alone_too(tmp_path: Path) -> None:
    project = attacked(tmp_path).run("preview").exits(0)
    frames = sorted((project.root / BUILD / "frames").iterdir())
    read = "() => [window.pwned ?? null, document.body.innerText.length > 0]"
    for found in visited("", [{"page": one.as_uri(), "read": read} for one in frames]):
        assert (harmed(found), found["read"]) == ([], [None, True])


EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n", re.MULTILINE | re.DOTALL)


@pytest.mark.timeout(600)
def test_every_example_of_commonmark_is_shown_and_none_runs(
    tmp_path: Path, shared_data: Path
) -> None:
    text = (shared_data / "markdown/commonmark-spec/spec.txt").read_text(encoding="utf-8")
    examples = [one.replace("→", "\t") for one in EXAMPLE.findall(text)]
    assert len(examples) > 600
    project = small_project(tmp_path).files(
        {
            f"content/texts/part{number}.yaml": f"locales: {{en: {{title: Part, description: {json.dumps('x' + chr(10) + chr(10).join(examples[number::20]))}}}}}\n"
            for number in range(20)
        }
    )
    project.run("preview").exits(0)
    visits = [
        {
            "hash": f"#/entry/texts/part{number}?locale=en",
            "steps": [("wait", "iframe")],
            "read": STATE,
            "settle": 200,
        }
        for number in range(20)
    ]
    for number, found in enumerate(visited(file_address(project.root / BUILD), visits)):
        outside = [
            url for url in found["loaded"] if not url.startswith(("file:", "data:", "about:"))
        ]
        assert (number, harmed(found), found["read"]) == (number, [], [None, None, 2])
        assert [url for url in outside if url.startswith("http")] == []
