"""The project file: what is wrong with it is told at its place, and then there are no settings."""

import pytest

from compiler.base.fix import PutValue
from compiler.base.gate import Gate
from compiler.load.project import load_settings
from compiler.ports.file_state import FileState
from tests.builders import said
from tests.fakes.snapshot import MemorySnapshot


def findings(text: str) -> list[str]:
    settings, found = load_settings(MemorySnapshot({"clientarea.yaml": text}))
    assert (settings is None) == bool(found)
    return said(found)


def test_the_smallest_project_file() -> None:
    settings, found = load_settings(MemorySnapshot({"clientarea.yaml": "version: 1\n"}))
    assert found == ()
    assert settings is not None
    assert (settings.gate, settings.labels, settings.outputs) == (
        Gate.COMPLETE,
        "camelCase",
        ["icu", "i18next"],
    )


def test_sizes_and_gates() -> None:
    settings, _ = load_settings(
        MemorySnapshot(
            {
                "clientarea.yaml": "version: 1\ngate: draft\nbudgets: {banner: 1.5 MB, bundle: 7}\n"
                'targets: {staging: {public: "file:a/x", private: "file:a/y"}}\n'
            }
        )
    )
    assert settings is not None
    assert (settings.budgets.banner, settings.budgets.bundle) == (1_500_000, 7)
    staging = settings.target("staging")
    assert staging is not None
    assert staging.gate is Gate.REVIEWED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'version: "1"\n',
            (
                "1:10 invalid-value: `version` must be `1`, not `1`"
                " -> write it without quotes: `version: 1`"
            ),
        ),
        (
            "gate: draft\n",
            "1:1 missing-key: clientarea.yaml must have `version` -> add the line `version: 1`",
        ),
        ("version: 2\n", "1:10 invalid-value: `version` must be `1`, not 2"),
        (
            "version: 1\ngate: finished\n",
            "2:7 invalid-value: `gate` must be `draft`, `complete` or `reviewed`, not `finished`",
        ),
        (
            "version: 1\nbudgets: {banner: huge}\n",
            "2:19 invalid-value: `budgets.banner` must be a size such as `150 KB` or `5 MB`",
        ),
        (
            "version: 1\noutputs: [icu, i18nxt]\n",
            (
                "2:16 invalid-value: `outputs[1]` must be `icu` or `i18next`, not `i18nxt`"
                " -> did you mean `i18next`?"
            ),
        ),
        (
            "version: 1\ntargets: {local: {public: s3://a/b, private: s3://c/d}}\n",
            (
                "2:11 invalid-value: the target `local` always exists, and is always in"
                " `build/store`"
                " -> give this target another name"
            ),
        ),
        (
            "version: 1\ntargets: {p: {public: s3://a/b, private: s3://a/b/private}}\n",
            (
                "2:42 invalid-value: `private` of `p` is, holds or lies in the folder of"
                " `public` of"
                " `p` -> give every side of every target a folder of its own"
            ),
        ),
        (
            "version: 1\ntargets: {p: {public: s3://a/b, private: 'file:x/../build/store'}}\n",
            (
                "2:42 invalid-value: `private` of `p` is, holds or lies in the folder of"
                " `public` of"
                " `local` -> give every side of every target a folder of its own"
            ),
        ),
    ],
)
def test_what_is_wrong(text: str, expected: str) -> None:
    assert f"clientarea.yaml:{expected}" in findings(text)


def test_sides_that_begin_alike_are_not_one_inside_the_other() -> None:
    assert findings("version: 1\ntargets: {p: {public: s3://a/b, private: s3://a/b-back}}\n") == []


def test_a_project_file_that_cannot_be_read() -> None:
    missing = load_settings(MemorySnapshot({}))
    outside = load_settings(MemorySnapshot({}, states={"clientarea.yaml": FileState.OUTSIDE}))
    assert (missing[0], outside[0]) == (None, None)
    assert [f.rule for f in (*missing[1], *outside[1])] == ["unreadable-file", "path-outside"]


@pytest.mark.parametrize(
    "public", ["http://a.example", "s3://acme/..", "s3://acme/./x", "s3://acme/a b", "s3://acme//x"]
)
def test_an_address_that_is_no_store_is_said_at_once(public: str) -> None:
    text = f"version: 1\ntargets: {{live: {{public: '{public}', private: 'file:b'}}}}\n"
    settings, (found,) = load_settings(MemorySnapshot({"clientarea.yaml": text}))
    assert settings is None
    assert "`file:FOLDER` or `s3://BUCKET/PREFIX`" in found.message


@pytest.mark.parametrize(
    ("host", "meant"),
    [
        ("Bücher.example", "xn--bcher-kva.example"),
        ("*.WWW.acme.example", "*.www.acme.example"),
        ("https://acme.example", None),
        (".", None),
    ],
)
def test_a_host_in_other_letters_is_mended(host: str, meant: str | None) -> None:
    text = f"version: 1\ndocuments: {{hosts: ['{host}']}}\n"
    settings, (found,) = load_settings(MemorySnapshot({"clientarea.yaml": text}))
    assert settings is None
    assert "must be a host in lower case, other letters as `xn--…`" in found.message
    assert [fix.value for fix in found.fixes if isinstance(fix, PutValue)] == (
        [] if meant is None else [meant]
    )
