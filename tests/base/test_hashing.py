import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiler.base.hashing import canonical_json, sha256

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=8,
)


def test_sha256_is_that_of_the_standard() -> None:
    assert sha256(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_canonical_form() -> None:
    assert (
        canonical_json({"b": [1, None, True], "a": "é\n"})
        == '{"a":"é\\n","b":[1,null,true]}'.encode()
    )


def test_not_a_number_has_no_canonical_form() -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        canonical_json(math.nan)


@given(st.dictionaries(st.text(max_size=8), JSON, max_size=6))
def test_order_of_keys_changes_nothing(value: dict[str, object]) -> None:
    turned = dict(reversed(list(value.items())))
    assert canonical_json(turned) == canonical_json(value)


@given(JSON.filter(lambda value: "\\ud" not in json.dumps(value)))
def test_it_reads_back_as_the_same_value(value: object) -> None:
    assert json.loads(canonical_json(value)) == value
