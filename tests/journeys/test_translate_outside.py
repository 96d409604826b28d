"""`translate` by a provider of another package: an installed one, found by its entry point."""

from pathlib import Path

import pytest

from tests.harness import Project

HEAD = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
ES = "content/translations/portal/es.po"
PACKAGE = """
import json
from pathlib import Path

from compiler.ports.translator import BusyError, Reply, TranslatorError, Usage

SEEN = Path(__file__).with_name("seen.json")


class Acme:
    def __init__(self, access):
        SEEN.write_text(json.dumps([access.name, access.model, access.address, access.key]))
        self.how = access.options.get("how", "well")

    def translate(self, request):
        return getattr(self, self.how)(request)

    def well(self, request):
        texts = {one.key: one.text.replace("Pay now", "Pague ahora") for one in request.questions}
        return Reply(texts, Usage(70, 30))

    def badly(self, request):
        raise ValueError("no\\x1b such language")

    def never(self, request):
        raise TranslatorError("has no more money")

    def strangely(self, request):
        return {"1": "Pague ahora"}

    def numbers(self, request):
        return Reply({one.key: 7 for one in request.questions})

    def close(self):
        raise OSError("closed already")


def broken(access):
    raise RuntimeError("no licence")


def other(access):
    return object()
"""


def installed(folder: Path, *entries: str, name: str = "acme_mt") -> None:
    """Lay a package down as an installer does: its code, and what its metadata say."""
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[clientarea.translators]\n" + "\n".join(entries))
    (folder / "acme_mt.py").write_text(PACKAGE, encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    site = tmp_path / "site"
    installed(site, "acme = acme_mt:Acme", "broken = acme_mt:broken", "other = acme_mt:other",
              "absent = acme_mt:Nobody", "gone = acme_gone:Acme")  # fmt: skip
    project = Project(tmp_path / "project", environment={"PYTHONPATH": str(site)}).files(
        {
            "content/configurations/languages.yaml": "source: en\nactive: [en, es]\nenabled: [en]\n",
            "content/translations/portal/en.po": HEAD.format("en")
            + 'msgctxt "pay"\nmsgid "Pay now"\nmsgstr ""\n',
        }
    )
    return using(project, "acme")


def using(project: Project, provider: str, how: str = "well", more: str = "") -> Project:
    settings = f"provider: {provider}, api_key: env:CLIENTAREA_ACME_KEY, options: {{how: {how}}}"
    project.environment |= {
        "CLIENTAREA_ACME_KEY": "sk-ours",
        "CLIENTAREA_ALLOW": f"CLIENTAREA_ACME_KEY@{provider}",
    }
    return project.files(
        {"clientarea.yaml": f"version: 1\nintegrations: {{mt: {{{settings}{more}}}}}\n"}
    )


def seen(project: Project) -> list[str | None]:
    said: list[str | None] = project.json("../site/seen.json")
    return said


def test_it_translates(project: Project) -> None:
    project.run("translate", "--to", "es").exits(0).says("70 tokens sent, 30 received")
    assert 'msgstr "Pague ahora"' in (project.root / ES).read_text(encoding="utf-8")
    assert seen(project) == ["mt", None, None, "sk-ours"]


def test_it_has_the_address_that_is_set(project: Project) -> None:
    using(project, "acme", more=", model: fast, base_url: 'https://mt.acme.example/v2'")
    project.environment["CLIENTAREA_ALLOW"] = "CLIENTAREA_ACME_KEY@mt.acme.example"
    project.run("translate", "--to", "es").exits(0)
    assert seen(project) == ["mt", "fast", "https://mt.acme.example/v2", "sk-ours"]


@pytest.mark.parametrize(
    ("settings", "allowed", "words"),
    [
        ("api_key: env:OPENAI_API_KEY", "", "`OPENAI_API_KEY` is not sent to `acme`"),
        (
            "api_key: env:OPENAI_API_KEY, base_url: 'https://api.openai.com/v1'",
            "",
            "`OPENAI_API_KEY` is not sent to `api.openai.com`",
        ),
        (
            "api_key: env:CLIENTAREA_ACME_KEY, base_url: 'https://evil.example'",
            "CLIENTAREA_ACME_KEY@acme",
            "`CLIENTAREA_ACME_KEY` is not sent to `evil.example`",
        ),
        ("timeout: 9", "", "no text is sent to `acme`"),
    ],
)
def test_no_pull_request_hands_it_a_key(
    project: Project, settings: str, allowed: str, words: str
) -> None:
    project.environment |= {"OPENAI_API_KEY": "sk-openai", "CLIENTAREA_ALLOW": allowed}
    project.files(
        {"clientarea.yaml": f"version: 1\nintegrations: {{mt: {{provider: acme, {settings}}}}}\n"}
    )
    project.run("translate", "--to", "es").exits(2).says(words)
    assert not (project.root / "../site/seen.json").exists()


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("badly", "mt failed: ValueError: no"),
        ("never", "mt has no more money"),
        ("strangely", "mt answers with a `dict` that is no reply"),
        ("numbers", "mt answers with a `Reply` that is no reply"),
    ],
)
def test_what_goes_wrong_in_it_is_told(project: Project, how: str, words: str) -> None:
    using(project, "acme", how).run("translate", "--to", "es").exits(3).says(words)
    assert "\x1b" not in project.out + project.err
    assert not (project.root / ES).exists()


@pytest.mark.parametrize(
    ("provider", "words"),
    [
        ("acmee", "there is no provider `acmee`; did you mean `acme`?"),
        ("broken", "the provider `broken` (`acme_mt:broken`) cannot be used: RuntimeError: no"),
        ("absent", "the provider `absent` (`acme_mt:Nobody`) cannot be used: AttributeError"),
        ("gone", "the provider `gone` (`acme_gone:Acme`) cannot be used: ModuleNotFoundError"),
        (
            "other",
            "the provider `other` (`acme_mt:other`) returns a `object` that cannot `translate`",
        ),
    ],
)
def test_one_that_cannot_be_used(project: Project, provider: str, words: str) -> None:
    using(project, provider).run("translate", "--to", "es").exits(2).says(words)


def test_two_of_one_name(project: Project) -> None:
    installed(project.root / "../site", "acme = acme_mt:broken", name="acme_two")
    project.run("translate", "--to", "es").exits(2).says(
        "two packages bring a provider `acme`: `acme_mt:Acme` and `acme_mt:broken`"
    )
