from compiler.base.place import Place
from compiler.read.markdown import read_markdown


def test_front_matter_and_body() -> None:
    text = "---\r\ntitle: Términos\r\nproperties:\r\n  a: 1\r\n---\r\n\r\n# Eins\r\n\r\nZwei\r\n"
    file = read_markdown("t.es.md", text.encode())
    assert file.findings == ()
    assert file.front_matter == {"title": "Términos", "properties": {"a": 1}}
    assert file.body == "# Eins\n\nZwei\n"
    assert file.places.value("description") == Place("t.es.md", 7, 1, 6)
    assert file.places.key("properties", "a") == Place("t.es.md", 4, 3, 1)
    assert file.places.value("title") == Place("t.es.md", 2, 8, 8)


def test_a_text_at_the_end_of_the_front_matter_has_its_line_end() -> None:
    file = read_markdown("t.md", b"---\na: |\n  one\n---\n")
    assert file.front_matter == {"a": "one\n"}


def test_without_front_matter_all_is_body() -> None:
    file = read_markdown("t.md", "\ufeffone\n---\ntwo".encode())
    assert (file.front_matter, file.body, file.findings) == ({}, "one\n---\ntwo", ())
    assert file.places.value("description") == Place("t.md", 1, 1, 3)


def test_empty_front_matter_and_empty_files() -> None:
    assert read_markdown("t.md", b"---\n---\nx").body == "x"
    assert read_markdown("t.md", b"---\n# nothing\n---").body == ""
    assert read_markdown("t.md", b"").body == ""


def test_front_matter_without_an_end() -> None:
    (finding,) = read_markdown("t.md", b"---\ntitle: x\n").findings
    assert finding.rule == "invalid-yaml"
    assert finding.message == "the front matter that begins here has no end"
    assert finding.place == Place("t.md", 1, 1, 3)


def test_broken_front_matter_has_the_line_of_the_file() -> None:
    file = read_markdown("t.md", b"---\ntitle: x\ntitle: y\nz: a: b\n---\nbody\n")
    assert [(f.rule, f.place.line, f.place.column) for f in file.findings] == [
        ("duplicate-key", 3, 1),
        ("invalid-yaml", 4, 5),
    ]
    assert file.body == "body\n"


def test_front_matter_must_be_a_mapping() -> None:
    (finding,) = read_markdown("t.md", b"---\n- a\n---\n").findings
    assert finding.message == "the front matter is no mapping"
    assert finding.place.line == 2


def test_bytes_that_are_no_text() -> None:
    (finding,) = read_markdown("t.md", b"ok\n\xe9\n").findings
    assert (finding.rule, finding.place) == ("not-utf-8", Place("t.md", 2, 1))


def test_suppressions_in_front_matter_and_body() -> None:
    text = """---
title: the the  # clientarea: ignore repeated-word -- a band
---
<!-- clientarea: ignore dead-link, changed-url -- soon -->
<!-- other -->

A [link](x). <!-- clientarea: ignore x -- here -->
```
<!-- clientarea: ignore no -- in code -->
```
<!-- clientarea: ignore -->
"""
    file = read_markdown("t.md", text.encode())
    assert [(s.rule, s.line, s.column, s.lines) for s in file.suppressions] == [
        ("repeated-word", 2, 17, (2,)),
        ("dead-link", 4, 1, (4, 5)),
        ("changed-url", 4, 1, (4, 5)),
        ("x", 7, 14, (7,)),
    ]
    assert [(f.rule, f.place.line) for f in file.findings] == [("suppression-without-reason", 11)]
