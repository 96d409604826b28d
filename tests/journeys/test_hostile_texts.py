"""Files of text made to do harm, many in one project: one run tells each, and checks all else."""

import os

import pytest

from tests.harness import Project
from tests.journeys.test_hostile_files import checked, sparse

TEXT = "content/texts/{}.yaml"
MEBIBYTE = 1024 * 1024
HEAD = b'msgid ""\nmsgstr "Language: es\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
PO = "content/translations/portal/es.po"
LAYOUT = "content/templates/_layouts/{}.mjml"
CONSUMER = "content/consumers/{}/1.json"
SCHEMA = "content/texts/_schemas/{}.json"


def _laughs() -> bytes:
    rows = [b"a: &a [x,x,x,x,x,x,x,x,x]\n"]
    rows += [b"%c: &%c [%s]\n" % (n, n, b",".join([b"*%c" % (n - 1)] * 9)) for n in range(98, 122)]
    return b"".join(rows)


HOSTILE: dict[str, tuple[bytes, str, str]] = {
    TEXT.format("laughs"): (_laughs(), "unbounded-alias", "stand for more than 10000 values"),
    TEXT.format("itself"): (b"properties: &a {b: *a}\n", "unbounded-alias", "what it is a part of"),
    TEXT.format("deep"): (b"[" * 200_000, "deep-nesting", "more than 100 levels deep"),
    TEXT.format("stairs"): (
        b"".join(b" " * n + b"a:\n" for n in range(1000)),
        "deep-nesting",
        "more than 100 levels deep",
    ),
    TEXT.format("nul"): (b"title: a\0b\n", "unreadable-file", "has NUL bytes"),
    TEXT.format("bytes"): (b"title: \xff\n", "not-utf-8", "byte 0xFF begins no character"),
    TEXT.format("wide"): ("title: x\n".encode("utf-16"), "not-utf-8", "this file is UTF-16"),
    TEXT.format("keys"): (
        b"".join(b"k%d: 1\n" % n for n in range(50_000)),
        "invalid-value",
        "49,900 more faults of the form of this file begin here",
    ),
    TEXT.format("large"): (b"- a\n" * MEBIBYTE, "unreadable-file", "this file has 4,194,304 bytes"),
    TEXT.format("line"): (b"title: " + b"x" * MEBIBYTE, "unreadable-file", "1,048,576 of its kind"),
    TEXT.format("number"): (
        b"properties: {n: " + b"9" * 100_000 + b"}\n",
        "unsafe-number",
        "longer",
    ),
    TEXT.format("tag"): (b"!!python/object/apply:os.system [id]\n", "yaml-tag", "is not allowed"),
    "content/texts/nul.es.md": (b"---\ntitle: T\n---\nA\0B\n", "unreadable-file", "has NUL bytes"),
    "content/texts/large.es.md": (b"<div>" * 60_000, "unreadable-file", "262,144 of its kind"),
    "content/texts/front.es.md": (
        b"---\n" + _laughs() + b"---\n",
        "unbounded-alias",
        "stand for more than 10000 values",
    ),
    SCHEMA.format("deep"): (b'{"a":' * 100_000, "deep-nesting", "more than 100 levels deep"),
    SCHEMA.format("large"): (b"[" + b"1," * MEBIBYTE + b"1]", "unreadable-file", "of its kind"),
    SCHEMA.format("nul"): (b"{\0}", "unreadable-file", "has NUL bytes"),
    SCHEMA.format("twice"): (
        b'{"":1' + b',"":1' * 20_000 + b"}",
        "duplicate-key",
        "19,900 more faults of the form of this file begin here",
    ),
    SCHEMA.format("out"): (
        b'{"$ref": "file:///etc/passwd"}',
        "invalid-schema",
        "nothing is fetched",
    ),
    CONSUMER.format("empty"): (b"", "invalid-value", "does not say what that version asks for"),
    CONSUMER.format("null"): (b"null", "invalid-value", "does not say what that version asks for"),
    CONSUMER.format("list"): (b"[]", "invalid-value", "this is a list"),
    CONSUMER.format("kind"): (
        b'{"entries": ["txts/legal"]}',
        "invalid-value",
        "must be an entry such as `texts/legal.terms`",
    ),
    LAYOUT.format("deep"): (
        b"<mjml><mj-body>" + b"<mj-wrapper>" * 20_000,
        "invalid-layout",
        "may not stand in `<mj-wrapper>`",
    ),
    LAYOUT.format("include"): (
        b'<mjml><mj-body><mj-include path="/etc/passwd"/></mj-body></mjml>',
        "invalid-layout",
        "nothing is included from another file",
    ),
    LAYOUT.format("nul"): (b"<mjml>\0</mjml>", "unreadable-file", "has NUL bytes"),
    LAYOUT.format("large"): (b" " * (MEBIBYTE + 1), "unreadable-file", "this file has 1,048,577"),
    "waivers.yaml": (b"waivers: " + b"[" * 1000, "deep-nesting", "more than 100 levels deep"),
}


def test_each_is_told_and_all_else_is_checked(project: Project) -> None:
    project.files({name: data for name, (data, _, _) in HOSTILE.items()})
    project.files({"content/levels/basic.yaml": "type: other\n"})
    project.files({"content/texts/front.yaml": "locked: false\n"})
    found = checked(project, "--format", "json").exits(1).data()["findings"]
    for name, (_, rule, said) in HOSTILE.items():
        own = [one for one in found if (one["path"], one["rule"]) == (name, rule)]
        assert any(said in one["message"] for one in own), (name, [o["message"] for o in own][:3])
        assert len([one for one in found if one["path"] == name]) < 250
    assert ("content/levels/basic.yaml", "invalid-value") in {
        (one["path"], one["rule"]) for one in found
    }


@pytest.mark.parametrize(
    ("data", "rule", "said"),
    [
        (
            os.urandom(100) + bytes(10),
            "not-utf-8",
            "this catalogue has NUL bytes, so it is no text",
        ),
        (HEAD.replace(b"UTF-8", b"../../etc"), "not-utf-8", "there is no charset `../../etc`"),
        (
            HEAD + b'msgctxt "greeting"\nmsgid "Hello"\nmsgstr "' + b"{n, plural, other {" * 5000,
            "invalid-po",
            "",
        ),
        (
            HEAD + b'msgctxt "greeting"\nmsgid "Hello"\nmsgstr "' + b"<b>" * 20_000 + b'"\n',
            "invalid-message",
            "nested too deeply",
        ),
        (b"", "missing-translation", ""),
    ],
)
def test_a_catalogue(project: Project, data: bytes, rule: str, said: str) -> None:
    project.files({PO: data, "content/levels/basic.yaml": "type: other\n"})
    found = checked(project, "--format", "json").exits(1).data()["findings"]
    assert any(one["rule"] == rule and said in one["message"] for one in found)
    assert "invalid-value" in {one["rule"] for one in found}
    assert len(found) < 50


def test_sparse_files_of_2_gb_of_all_kinds_in_one_run(project: Project) -> None:
    names = (
        *(f"content/texts/big.{suffix}" for suffix in ("yaml", "en.md")),
        *(LAYOUT.format("big"), CONSUMER.format("big"), SCHEMA.format("big"), "waivers.yaml"),
        *("content/documents/Big-2026-v1.pdf", "content/translations/other/en.po"),
        *(f"content/banners/summer/en/wide.{one}" for one in ("png", "jpg", "webp", "avif", "svg")),
        "content/templates/_layouts/big.html.j2",
    )
    project.files({"content/banners/summer/banner.yaml": "locales: {en: {active: false}}\n"})
    for name in names:
        sparse(project.root, name)
    found = checked(project, "--format", "json").exits(1).data()["findings"]
    refused = {one["path"] for one in found if one["rule"] == "unreadable-file"}
    assert refused == set(names)


def test_what_is_no_file(project: Project) -> None:
    for name in ("content/texts/pipe.yaml", "content/documents/Pipe-2026-v1.pdf"):
        (project.root / name).parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(project.root / name)
    (project.root / "content/texts/null.yaml").symlink_to("/dev/zero")
    found = checked(project, "--format", "json").exits(1).data()["findings"]
    assert {(one["path"], one["rule"]) for one in found} >= {
        ("content/texts/pipe.yaml", "unreadable-file"),
        ("content/documents/Pipe-2026-v1.pdf", "unreadable-file"),
        ("content/texts/null.yaml", "path-outside"),
    }


def test_names_in_another_form_of_unicode(project: Project) -> None:
    composed, apart = "Gebu\u0308hren.yaml", "Geb\u00fchren.yaml"
    project.files({f"content/texts/{name}": "" for name in (composed, apart)})
    found = checked(project, "--format", "json").exits(1).data()["findings"]
    assert {one["rule"] for one in found if one["path"].startswith("content/texts/")} == {
        "bad-label"
    }
