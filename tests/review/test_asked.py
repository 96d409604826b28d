"""Strings that went while code still asks for them: from uses of keys as values."""

from pathlib import Path

import pytest

from compiler.base.place import Place
from compiler.code.use import UNKNOWN, Use
from compiler.review.code_uses import CodeUses
from compiler.review.table import history_findings
from compiler.review.versions import Versions
from tests.review.versions import Files, versions

EN = "content/translations/portal/en.po"
HEAD = 'msgid ""\nmsgstr "Language: en\\nContent-Type: text/plain; charset=UTF-8\\n"\n'


def strings(**labels: str) -> str:
    return HEAD + "".join(
        f'\nmsgctxt "{label.replace("_", ".")}"\nmsgid "{said}"\nmsgstr ""\n'
        for label, said in labels.items()
    )


POINTER = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'0' * 64}\nsize 12\n"
BEFORE: Files = {EN: strings(pay_now="Pay", pay_later="Later", x="X")}
ONE_GONE: Files = {EN: strings(pay_later="Later", x="X")}


def use(text: str, line: int = 1, *, namespace: str = "portal", prefix: str = "") -> Use:
    return Use(Place("src/pay.ts", line, 9, 7), text, 0, 7, prefix=prefix, namespace=namespace)


def open_use(text: str, tail: str = "") -> Use:
    return Use(Place("src/a.ts", 2), text, 0, 4, exact=False, namespace="portal", tail=tail)


def told(folder: Path, after: Files, *uses: Use) -> list[str]:
    """Return what is said of uses in code: place, rule, message, hint."""
    both = versions(folder, BEFORE, after)
    asked = Versions(both.before, both.now, both.paths, CodeUses(uses))
    return [
        f"{one.place.path}:{one.place.line}:{one.place.column}: {one.message} [{one.rule}]"
        f" = {one.hint}"
        for one in history_findings(asked)
        if one.place.path.startswith("src/")
    ]


def test_the_first_use_is_told_with_the_number_of_others(tmp_path: Path) -> None:
    uses = [use("pay.now", 3), use("pay.later", 4), use("pay.now", 7), use("now", 9, prefix="pay.")]
    assert told(tmp_path, ONE_GONE, *uses) == [
        (
            "src/pay.ts:3:9: `translations/portal:pay.now` is gone, and code asks for it here and in 2"
            " more places [deleted-used-entry] = put it back, or take it out of the code first"
        )
    ]


def test_of_a_renamed_string_the_new_label_is_told(tmp_path: Path) -> None:
    renamed = {EN: strings(pay_atOnce="Pay", pay_later="Later", x="X")}
    uses = [use("now", 9, prefix="pay."), use("pay.later", 4)]
    assert told(tmp_path, renamed, *uses) == [
        (
            "src/pay.ts:9:9: `translations/portal:pay.now` has been renamed to"
            " `translations/portal:pay.atOnce`, and code asks for it here [deleted-used-entry]"
            " = write `atOnce` here"
        )
    ]


def test_of_a_string_in_another_namespace_that_is_told(tmp_path: Path) -> None:
    moved = {**ONE_GONE, "content/translations/shop/en.po": strings(buy="Pay")}
    assert told(tmp_path, moved, use("pay.now"))[0].endswith(" = ask for `shop:buy` here")


def test_a_key_that_code_puts_together_is_a_warning(tmp_path: Path) -> None:
    gone = {EN: strings(x="X")}
    uses = [open_use("pay."), open_use("", ".now"), open_use("other."), open_use("")]
    assert told(tmp_path, gone, *uses) == [
        (
            "src/a.ts:2:1: code may ask here for `translations/portal:pay.later` and"
            " `translations/portal:pay.now`, gone now, by what it puts together while it runs"
            " [deleted-computed-key] = put back what it can come to"
        ),
        (
            "src/a.ts:2:1: code may ask here for `translations/portal:pay.now`, gone now, by what it"
            " puts together while it runs [deleted-computed-key] = put back what it can come to"
        ),
    ]
    unknown = told(tmp_path / "unknown", gone, use("pay.now", namespace=UNKNOWN))
    assert "[deleted-computed-key]" in unknown[0]


@pytest.mark.parametrize(
    ("after", "asked"),
    [
        (ONE_GONE, use("pay.now", namespace="shop")),  # of another catalogue
        (ONE_GONE, use("pay.never")),  # was not there before either
        ({EN: BEFORE[EN]}, use("pay.now")),
        ({EN: f"{HEAD}\nmsgctxt broken\n"}, use("pay.now")),  # nobody knows what it has
        ({EN: b"\xff\xfe"}, use("pay.now")),
        ({EN: POINTER}, use("pay.now")),
    ],
)
def test_what_nobody_misses_is_fine(after: Files, asked: Use, tmp_path: Path) -> None:
    assert told(tmp_path, after, asked) == []


def test_a_string_of_an_area_is_gone_only_if_nobody_has_it(tmp_path: Path) -> None:
    area = {
        "content/areas/shop/area.yaml": "name: Shop\ntype: web_shop\nhosting: integrated\n",
        "content/areas/shop/translations/portal/en.po": strings(pay_now="Buy"),
    }
    both = versions(
        tmp_path, {**BEFORE, **area}, {"content/areas/shop/translations/portal/en.po": None}
    )
    assert both.gone_strings == frozenset()
    both = versions(tmp_path / "two", BEFORE, {EN: None})
    assert both.gone_strings == {
        f"translations/portal:{one}" for one in ("pay.now", "pay.later", "x")
    }
