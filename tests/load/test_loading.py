"""Loading is a pure function of a snapshot: all that can be used is there, the rest is told."""

import pytest

from compiler.load.loading import load
from compiler.ports.file_state import FileState
from compiler.ports.snapshot import UnreadableError
from tests.builders import po, project, said
from tests.fakes.snapshot import MemorySnapshot

TEXT = "locales:\n  en: {title: Notice}\n"


def test_the_smallest_project() -> None:
    loaded = load(
        MemorySnapshot(
            {
                "clientarea.yaml": "version: 1\n",
                "content/configurations/languages.yaml": "source: en\n",
            }
        )
    )
    assert loaded.findings == ()
    assert loaded.content.languages.active == ("en",)
    assert loaded.content.areas == {}


def test_every_kind() -> None:
    loaded = load(
        project(
            {
                "texts/deposit/terms.yaml": TEXT,
                "texts/_schemas/deposit.json": '{"type": "object"}',
                "templates/account/welcome.yaml": "channel: push\n",
                "templates/_layouts/base.html.j2": "<p>\r\n{{ content }}</p>",
                "levels/basic.yaml": "type: personal\nfields: {phone: {required: true}}\n"
                "locales: {en: {title: Basic, fields: {phone: Phone}}}\n",
                "statuses/init.yaml": "locales: {en: {title: New}}\n",
                "banners/summer/banner.yaml": "locales: {en: {active: true, description: Sun}}\n",
                "banners/summer/en/mobile.png": b"png",
                "documents/licence.yaml": "name: Licence\nfile: licence.pdf\ndescription: Ours.\n",
                "documents/licence.pdf": b"%PDF",
                "owners/acme.yaml": "name: Acme\n",
                "translations/portal/en.po": po("en", {"pay": ("Pay", "")}),
                "translations/glossary.yaml": "terms: [{term: account}]\n",
                "consumers/portal/1.0.json": "{}",
                "README.md": "read me",
                "texts/.DS_Store": b"\0",
            }
        )
    )
    content = loaded.content
    assert said(loaded.findings) == []
    assert list(content.shared.texts) == ["deposit.terms"]
    assert content.properties_schemas["deposit"].schema == {"type": "object"}
    assert list(content.shared.templates) == ["account.welcome"]
    assert content.layouts["base"].text == "<p>\n{{ content }}</p>"
    assert content.shared.levels["basic"].locales["en"].fields == {"phone": "Phone"}
    assert list(content.shared.statuses) == ["init"]
    banner = content.shared.banners["summer"].locales["en"]
    assert (banner.active, banner.description) == (True, "Sun")
    assert banner.images == {"mobile": "content/banners/summer/en/mobile.png"}
    document = content.shared.documents["licence"]
    assert document.locales["en"].description == "Ours."
    assert document.files == ("content/documents/licence.yaml", "content/documents/licence.pdf")
    assert content.asset("content/documents/licence.pdf") == b"%PDF"
    assert list(content.owners) == ["acme"]
    assert list(content.shared.catalogues[("portal", "en")].messages) == ["pay"]
    assert content.glossary.terms[0].term == "account"


def test_what_is_broken_is_left_out_and_everything_else_is_there() -> None:
    loaded = load(
        project(
            {
                "texts/a/good.yaml": TEXT,
                "texts/a/unknown.yaml": "lockd: true\n",
                "texts/a/unreadable.yaml": "title: [\n",
                "levels/basic.yaml": "type: persnal\n",
                "owners/acme.yaml": "nam: Acme\n",
            }
        )
    )
    assert list(loaded.content.shared.texts) == ["a.good"]
    assert loaded.content.broken == {
        "texts/a.unknown",
        "texts/a.unreadable",
        "levels/basic",
        "owners/acme",
    }
    assert [(f.place.path.removeprefix("content/"), f.rule) for f in loaded.findings] == [
        ("levels/basic.yaml", "invalid-value"),
        ("owners/acme.yaml", "unknown-key"),
        ("texts/a/unknown.yaml", "unknown-key"),
        ("texts/a/unreadable.yaml", "invalid-yaml"),
    ]


def test_a_file_whose_bytes_cannot_be_had_is_told_once() -> None:
    snapshot = MemorySnapshot(
        {"content/configurations/languages.yaml": "source: en\n"},
        states={
            "content/texts/a/outside.yaml": FileState.OUTSIDE,
            "content/texts/a/gone.yaml": FileState.DANGLING,
            "content/documents/big.pdf": FileState.LFS_UNKNOWN,
            "content/.cache": FileState.SPECIAL,
        },
    )
    loaded = load(snapshot)
    assert said(loaded.findings) == [
        (
            "content/documents/big.pdf:1:1 unknown-lfs-object: "
            "only the Git LFS pointer of this file is here -> run `git lfs pull`"
        ),
        (
            "content/texts/a/gone.yaml:1:1 unreadable-file: this symbolic link leads to nothing"
            " -> put the file itself here, or remove the link"
        ),
        (
            "content/texts/a/outside.yaml:1:1 path-outside: "
            "this symbolic link leads out of the Git work tree -> put the file itself here"
        ),
    ]
    with pytest.raises(UnreadableError):
        loaded.content.asset("content/documents/big.pdf")
    with pytest.raises(KeyError):
        loaded.content.asset("content/documents/none.pdf")


def test_images_and_documents_are_read_only_when_asked_for() -> None:
    snapshot = project(
        {
            "documents/licence.yaml": "name: Licence\nfile: licence.pdf\n",
            "documents/licence.pdf": b"%PDF",
        }
    )
    content = load(snapshot).content
    assert "content/documents/licence.pdf" not in snapshot.reads
    assert content.asset("content/documents/licence.pdf") == b"%PDF"


def test_the_same_files_give_the_same_content() -> None:
    files: dict[str, str | bytes] = {
        "texts/a/one.yaml": TEXT,
        "texts/b/two.yaml": "lockd: 1\n",
        "translations/portal/es.po": po("es", {"pay": ("Pay", "Pagar")}),
    }
    first = load(project(files))
    second = load(project(dict(reversed(files.items()))))
    assert first.findings == second.findings
    assert first.content.shared == second.content.shared


def test_remarks_that_silence_are_handed_on() -> None:
    loaded = load(
        project(
            {
                "texts/a/one.yaml": "locales:\n  en:\n"
                "    title: the the # clientarea: ignore repeated-word -- the band\n",
                "texts/a/two.yaml": "",
                "texts/a/two.en.md": "<!-- clientarea: ignore repeated-word -- a band"
                " -->\nthe the\n",
            }
        )
    )
    assert [(s.path, s.rule) for s in loaded.suppressions] == [
        ("content/texts/a/one.yaml", "repeated-word"),
        ("content/texts/a/two.en.md", "repeated-word"),
    ]
