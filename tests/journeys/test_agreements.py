"""Agreements through the command line: checked, shown, published, and printed by a back office."""

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from compiler.adapters import agreement_press
from compiler.adapters.pdf_reader import PdfiumReader
from tests.harness import Project
from tests.pdf_kit import good_pdf

TERMS = """channel: pdf
active: true
layout: contract
variables:
  type: object
  properties:
    client: {type: string, minLength: 1, maxLength: 80}
    sum: {type: number}
  required: [client, sum]
samples: {usual: {client: Ana López, sum: 1200}, other: {client: "Łucja \\"#panic()\\"", sum: 5.5}}
locales:
  en:
    title: Terms for {{ client }}
    description: |-
      Between us and **{{ client }}**.

      You pay {{ sum | money("EUR") }}; see our [fees](documents/fees).

      ![Our seal](banners/seal)
  ar:
    title: شروط {{ client }}
    description: |-
      بيننا وبين **{{ client }}**.

      تدفع {{ sum | money("EUR") }}؛ انظر [رسومنا](documents/fees).

      ![ختمنا](banners/seal)
  zh:
    title: 条款 {{ client }}
    description: |-
      我方与 **{{ client }}** 之间。

      您支付 {{ sum | money("EUR") }}；请参阅我们的[收费表](documents/fees)。

      ![印章](banners/seal)
"""
LAYOUT = """#let layout(title: "", author: "", locale: "en", body) = {
  set page(paper: "a5")
  heading(title)
  body
}
"""
LANGUAGES = "source: en\nactive: [en, ar, zh]\nenabled: [en, ar, zh]\n"
SLOTS = {"mobile": 640, "tablet": 1024, "desktop": 1444, "wide": 1920}
SEAL = "properties: {}\nlocales:\n" + "".join(
    f"  {locale}: {{active: true, description: Our seal}}\n" for locale in ("en", "ar", "zh")
)


def picture(width: int) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (width, 200), "navy").save(data, "png")
    return data.getvalue()


@pytest.fixture
def project(tmp_path: Path) -> Project:
    banner = "content/banners/seal"
    images = {
        f"{banner}/{locale}/{slot}.png": picture(width)
        for locale in ("en", "ar", "zh")
        for slot, width in SLOTS.items()
    }
    return Project(tmp_path / "repository").files(
        {
            "clientarea.yaml": "version: 1\n",
            "content/configurations/languages.yaml": LANGUAGES,
            "content/templates/legal/terms.yaml": TERMS,
            "content/templates/_layouts/contract.typ": LAYOUT,
            "content/documents/fees.yaml": "name: Fees\nactive: true\nfile: Fees-2026-v1.pdf\n",
            "content/documents/Fees-2026-v1.pdf": good_pdf("0.10%"),
            f"{banner}/banner.yaml": SEAL,
            **images,
        }
    )


def words(pdf: bytes) -> str:
    return " ".join(" ".join(PdfiumReader().text(pdf).pages).split())


def findings(project: Project) -> list[tuple[str, int, str]]:
    project.run("check", "--format", "json")
    return [
        (one["path"].rpartition("/")[2], one["line"], one["rule"])
        for one in project.data()["findings"]
        if one["severity"] != "info"
    ]


def test_a_good_agreement_passes_and_a_broken_one_is_told_at_its_line(project: Project) -> None:
    assert findings(project) == []
    project.edit(
        "content/templates/_layouts/contract.typ", "  heading(title)\n", "  heading(titel)\n"
    )
    assert findings(project) == [("contract.typ", 3, "unprintable-agreement")]
    project.edit("content/templates/_layouts/contract.typ", "heading(titel)", "show strong: none")
    lost = findings(project)
    assert {rule for _, _, rule in lost} == {"lost-words"}
    # In what is written from right to left it is only known which letters are missing.
    assert [line for _, line, _ in lost if not 20 <= line < 28] == [15, 31]
    project.edit("content/templates/_layouts/contract.typ", "  show strong: none\n", "")
    project.edit(
        "content/templates/legal/terms.yaml",
        "**{{ client }}**.\n\n      You",
        "**{% if sum %}{{ client }}**.\n\n      {% endif %}You",
    )
    assert findings(project) == [
        ("terms.yaml", 14, "unprintable-agreement"),
        ("terms.yaml", 15, "torn-markup"),
    ]
    assert "ends in another" in project.out


def test_one_is_shown_and_a_folder_of_all(project: Project, tmp_path: Path) -> None:
    one, several = tmp_path / "one.pdf", tmp_path / "all"
    arguments = ("show", "templates/legal.terms", "--format", "pdf", "--output")
    project.run(*arguments, str(one), "--sample", "other").exits(0).says("1 PDF written to")
    assert 'Between us and Łucja "#panic()".' in words(one.read_bytes())
    project.run(*arguments, str(several)).exits(0).says("6 PDFs written to")
    assert (several / "legal.terms.en.other.pdf").read_bytes() == one.read_bytes()
    assert "我方与 Ana López 之间" in words((several / "legal.terms.zh.usual.pdf").read_bytes())


def test_what_cannot_be_shown(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    show = ("show", "templates/legal.terms", "--format")
    project.run(*show, "pdf").exits(2).says("name a file or folder by `--output`")
    project.run(*show, "eml").exits(2).says("is of the channel `pdf`, and no e-mail")
    monkeypatch.setattr(agreement_press, "can_print", lambda: False)
    project.run(*show, "pdf", "--output", "a.pdf").exits(2).says("pip install 'clientarea[pdf]'")
    project.run("check").exits(0).says("this agreement was not printed", "[unprinted-agreement]")


def test_the_program_of_the_documentation_prints_what_is_published(
    project: Project, project_root: Path, tmp_path: Path
) -> None:
    project.run("publish", "--yes").exits(0)
    page = (project_root / "docs" / "agreements.md").read_text(encoding="utf-8")
    (program,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    (tmp_path / "print.py").write_text(program, encoding="utf-8")
    store = project.root / "build" / "store"

    def printed(locale: str, url: str, name: str) -> tuple[bytes, str]:
        out = tmp_path / name
        done = subprocess.run(
            [sys.executable, tmp_path / "print.py", store / "public", store / "private", "default", locale, "legal.terms", url, out],
            input=json.dumps({"client": "Ana López", "sum": 1200}).encode(),
            capture_output=True,
            check=False,
            cwd=project_root,
        )  # fmt: skip
        return (out.read_bytes() if out.is_file() else b""), done.stderr.decode()

    first, said = printed("zh", "https://cdn.acme.example", "first.pdf")
    assert said == ""
    assert first == printed("zh", "https://cdn.acme.example", "second.pdf")[0]
    fees = project.published("documents/zh.json")["fees"]["file"]
    shown = "".join(words(first).replace("\u200b", "").split())  # long words may be broken
    assert f"请参阅我们的收费表(https://cdn.acme.example/{fees})。" in shown.replace("（", "(")
    entry = project.published("templates/zh/legal.json", side="private")["legal.terms"]["pdf"]
    assert len(entry["fonts"]) == 8
    [drawn] = entry["files"]
    assert drawn.startswith("assets/")
    font = store / "public" / entry["fonts"][0]
    font.chmod(0o644)
    font.write_bytes(b"another font")
    assert printed("zh", "", "third.pdf") == (b"", f"{font} is damaged\n")
