"""Labels are paths: what cannot be part of one, and two that some file systems take for one."""

import pytest

from compiler.load.loading import load
from tests.builders import project, said

AREA = "name: Shop\ntype: web_shop\nhosting: custom\nurl: https://shop.acme.example\n"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (
            "texts/a/terms.notice.yaml",
            (
                "`terms.notice` has a dot of its own, so it cannot be part of a label"
                " -> rename it to `terms-notice`"
            ),
        ),
        (
            "texts/a b/terms.yaml",
            (
                "`a b` is not made of letters, digits, `-` and `_`, so it cannot be part of a label"
                " -> rename it to `a-b`"
            ),
        ),
        (
            "documents/Größe.yaml",
            (
                "`Größe` is not made of letters, digits, `-` and `_`, so it cannot be part"
                " of a label"
                " -> rename it to `Groe`"
            ),
        ),
        (
            "areas/default/area.yaml",
            (
                "no area can be named `default`; it is the one that exists where no other does"
                " -> rename the folder"
            ),
        ),
        (
            "translations/my.portal/en.po",
            (
                "`my.portal` has a dot of its own, so it cannot be part of a label"
                " -> rename it to `my-portal`"
            ),
        ),
        (
            f"levels/{'x' * 101}.yaml",
            (
                f"`{'x' * 101}` is longer than 100 characters, so it cannot be part of a label"
                f" -> rename it to `{'x' * 100}`"
            ),
        ),
    ],
)
def test_a_name_that_is_no_part_of_a_label(path: str, expected: str) -> None:
    loaded = load(project({path: AREA if path.startswith("areas") else ""}))
    assert said(loaded.findings) == [f"content/{path}:1:1 bad-label: {expected}"]
    assert loaded.content.areas == {}


def test_a_sidecar_of_a_badly_named_file_is_not_told_as_well() -> None:
    loaded = load(project({"texts/a/x.y.yaml": "", "texts/a/x.y.en.md": "Hello.\n"}))
    assert [f.rule for f in loaded.findings] == ["bad-label"]


def test_labels_that_differ_in_case_alone() -> None:
    loaded = load(
        project(
            {
                "texts/a/terms.yaml": "",
                "texts/A/Terms.yaml": "",
                "areas/shop/area.yaml": AREA,
                "areas/shop/texts/a/TERMS.yaml": "",
                "areas/shop/texts/a/terms.yaml": "",
                "statuses/a.yaml": "",
                "levels/A.yaml": "type: business\n",
            }
        )
    )
    assert said(loaded.findings) == [
        (
            "content/areas/shop/texts/a/TERMS.yaml:1:1 label-clash: `texts/a.TERMS` differs from"
            " `texts/A.Terms` only in case -> rename one of the two"
        ),
        (
            "content/texts/a/terms.yaml:1:1 label-clash: `texts/a.terms` differs from"
            " `texts/A.Terms`"
            " only in case -> rename one of the two"
        ),
    ]
