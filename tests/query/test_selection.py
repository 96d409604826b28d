"""WHAT: references with `*`, and what is said where one chooses nothing."""

import pytest

from compiler.base.failure import UsageError
from compiler.query.selection import selected

KNOWN = (
    "translations/portal:cart.pay",
    "translations/portal:cart.items",
    "translations/shop:cart.pay",
    "texts/deposit.terms",
    "texts/deposit.cards.fees",
)


@pytest.mark.parametrize(
    ("patterns", "expected"),
    [
        (["texts/deposit.terms"], {"texts/deposit.terms"}),
        (["texts/deposit.*"], {"texts/deposit.terms", "texts/deposit.cards.fees"}),
        (["translations/portal:cart.*"], set(KNOWN[:2])),
        (["*:cart.pay"], {"translations/portal:cart.pay", "translations/shop:cart.pay"}),
        (["texts/*.terms", "*shop*"], {"texts/deposit.terms", "translations/shop:cart.pay"}),
        (["*"], set(KNOWN)),
    ],
)
def test_patterns_choose(patterns: list[str], expected: set[str]) -> None:
    assert selected(patterns, KNOWN) == expected


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("texts/deposit.term", "did you mean `texts/deposit.terms`?"),
        ("deposit.terms", "did you mean `texts/deposit.terms`?"),
        ("cart.items", "did you mean `translations/portal:cart.items`?"),
        ("text/deposit.terms", "did you mean `texts`?"),
        ("banners/summer", "this project has no banners"),
        ("texts/with*", "`clientarea search --kind texts` lists those that there are"),
        ("nothing", "a reference is `KIND/LABEL`, such as `texts/deposit.terms`"),
        # A dot is a dot, not any character.
        ("texts/deposit_term*", "lists those"),
    ],
)
def test_a_pattern_that_chooses_nothing_is_wrong_usage(pattern: str, said: str) -> None:
    with pytest.raises(UsageError) as raised:
        selected(["texts/*", pattern], KNOWN)
    assert said in str(raised.value)
    assert f"`{pattern}`" in str(raised.value)


def test_an_entry_whose_file_is_broken_is_not_called_unknown() -> None:
    with pytest.raises(UsageError, match="cannot be used as it is"):
        selected(["texts/deposit.fees"], KNOWN, {"texts/deposit.fees"})
