import pytest

from compiler.base.versioned_name import next_version


@pytest.mark.parametrize(
    ("name", "raised"),
    [
        ("License-Agreement-2025-v1.pdf", "License-Agreement-2025-v2.pdf"),
        ("Fees-2026-V9.pdf", "Fees-2026-V10.pdf"),
        ("Fees-v1.9.pdf", "Fees-v1.10.pdf"),
        ("Fees-v1-es.pdf", "Fees-v2-es.pdf"),
        ("Fees v2 of v1.pdf", "Fees v2 of v2.pdf"),
        ("Fees.pdf", "Fees-v2.pdf"),
        ("Fees-rev1.pdf", "Fees-rev1-v2.pdf"),
        ("Fees", "Fees-v2"),
    ],
)
def test_the_version_is_raised(name: str, raised: str) -> None:
    assert next_version(name) == raised
