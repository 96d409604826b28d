"""The cases of the YAML test suite that are content: one document, no tags, plain keys."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from compiler.read.yaml import read_yaml

# Where libyaml 0.2.5 is not the YAML 1.2 of the suite. What it refuses is a finding at least.
REFUSED = {
    "8XYN-0": "an anchor with an emoji in its name",
    "DK3J-0": "a block scalar that is the whole file and not indented",
    "FP8R-0": "the same",
    "DK95-0": "a tab after the spaces that indent",
    "DK95-3": "a line with nothing but a tab",
    "DK95-4": "the same",
    "Q5MG-0": "a tab before the outermost value",
    "NJ66-0": "a key of two words on two lines",
    "SM9W-1": "a mapping without key and value",
    "Y2GN-0": "a colon in the name of an anchor",
}
# What it accepts reads as its author meant it.
ACCEPTED = {
    "9C9N-0": "items of a list in brackets that are not indented",
    "DK95-1": "a tab where a text in quotes goes on",
    "S98Z-0": "lines of spaces before the text of a block scalar",
    "YJV2-0": "a dash alone in brackets",
}


def cases(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted((folder / "yaml" / "yaml-test-suite-sample").glob("*.yaml")):
        inherited: dict[str, Any] = {}
        for number, case in enumerate(yaml.load(path.read_text("utf-8"), yaml.BaseLoader)):
            inherited = {**inherited, **case}
            if "fail" not in case:
                inherited.pop("fail", None)
            yield f"{path.stem}-{number}", inherited


def source(case: dict[str, Any]) -> bytes:
    text: str = case["yaml"]
    for sign, meant in (
        ("␣", " "),
        ("»", "\t"),
        ("↵", ""),
        ("∎\n", ""),
        ("←", "\r"),
        ("⇔", "\ufeff"),
    ):
        text = text.replace(sign, meant)
    return text.replace("—", "").encode()


def is_content(case: dict[str, Any]) -> bool:
    tags = ("tag", "directive", "1.3-err")
    return not any(tag in case.get("tags", "").split() for tag in tags)


def test_content_reads_as_the_suite_says(shared_data: Path) -> None:
    wrong = []
    compared = 0
    for name, case in cases(shared_data):
        if not is_content(case) or "json" not in case or "fail" in case:
            continue
        expected = documents(case["json"])
        document = read_yaml("case.yaml", source(case))
        if len(expected) != 1 or refused_on_purpose(document.findings):
            continue
        if name in REFUSED:
            assert document.findings, name
            continue
        compared += 1
        if document.findings or document.data != expected[0]:
            wrong.append((name, source(case), document.data, expected[0], document.findings))
    assert wrong == []
    assert compared >= 20


def test_what_is_no_yaml_is_found(shared_data: Path) -> None:
    missed = [
        name
        for name, case in cases(shared_data)
        if "fail" in case
        and name not in ACCEPTED
        and not read_yaml("f.yaml", source(case)).findings
    ]
    assert missed == []


def documents(text: str) -> list[Any]:
    found = []
    decoder = json.JSONDecoder()
    text = text.strip()
    while text:
        value, end = decoder.raw_decode(text)
        found.append(value)
        text = text[end:].strip()
    return found


def refused_on_purpose(findings: Any) -> bool:
    return any(f.rule in ("yaml-tag", "duplicate-key", "merge-key") for f in findings)
