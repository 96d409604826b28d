import pytest

from compiler.base.file_scheme import example, fits, scheme_fault

HOUSE = "<Category>-<Year>-<Version>.pdf"


@pytest.mark.parametrize(
    "name",
    [
        "License-2025-v1.pdf",
        "License-Agreement-2025-v12.pdf",
        "Fees-2026-v1.2.pdf",
        "MiFID-II-Costs-2026-v3.pdf",
    ],
)
def test_names_of_the_scheme(name: str) -> None:
    assert fits(HOUSE, name)


@pytest.mark.parametrize(
    "name",
    [
        "license-2025-v1.pdf",
        "License-v1.pdf",
        "License-2025.pdf",
        "License-2025-1.pdf",
        "License-25-v1.pdf",
        "License 2025 v1.pdf",
        "License-2025-v1.PDF",
        "License-2025-v1.pdf\n",
        "A" * 50_000,
    ],
)
def test_other_names(name: str) -> None:
    assert not fits(HOUSE, name)


@pytest.mark.parametrize(
    ("scheme", "name"),
    [
        ("acme_<Category>.<Language>.pdf", "acme_License.es-MX.pdf"),
        ("<Date>-<Category>.pdf", "2027-01-31-License.pdf"),
        ("terms.pdf", "terms.pdf"),
    ],
)
def test_other_schemes(scheme: str, name: str) -> None:
    assert scheme_fault(scheme) is None
    assert fits(scheme, name)
    assert fits(scheme, example(scheme))
    assert not fits(scheme, "x")


@pytest.mark.parametrize(
    ("scheme", "said"),
    [
        ("", "must be 1 to 100 characters long"),
        ("a" * 101, "must be 1 to 100 characters long"),
        (
            "<Kind>.pdf",
            "has the part `<Kind>`, which does not exist; there are `<Category>`, `<Year>`",
        ),
        ("(a+)+.pdf", "may have letters, digits, `.`, `_`, `-` and `<Category>`"),
        ("<Category.pdf", "not `<`"),
        ("<Category>-<Category>.pdf", "may have `<Category>` once"),
    ],
)
def test_faults(scheme: str, said: str) -> None:
    assert said in (scheme_fault(scheme) or "")
