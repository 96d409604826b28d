"""Labels made of texts are readable and stable; keys are kept where they can be labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiler.edit.interchange.labels import (
    Namer,
    in_style,
    is_label,
    label_of_key,
    label_of_text,
)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Save changes", "saveChanges"),
        ("Don't have an account?", "dontHaveAnAccount"),
        ("Delete selected {items}", "deleteSelectedItems"),
        ("<b>Hi</b> {name}!", "hiName"),
        ("Ärger & Übel", "argerUbel"),
        ("2 days", "n2Days"),
        ("100", "text100"),
        ("Straße nach Łódź", "strasseNachLodz"),
        ("日本語", "text77710aed"),
        ("…", "textb4935894"),
    ],
)
def test_a_label_is_made_of_the_first_words(text: str, label: str) -> None:
    assert label_of_text(text, "camelCase") == label


@pytest.mark.parametrize(
    ("style", "label"),
    [
        ("camelCase", "signInNow"),
        ("snake_case", "sign_in_now"),
        ("kebab-case", "sign-in-now"),
        ("any", "signInNow"),
    ],
)
def test_a_label_is_in_the_style_of_the_project(style: str, label: str) -> None:
    assert label_of_text("Sign in now", style) == label


@given(st.text(min_size=1), st.sampled_from(["camelCase", "snake_case", "kebab-case"]))
def test_every_text_has_a_short_label_in_style(text: str, style: str) -> None:
    label = label_of_text(text, style)
    assert in_style(label, style)
    assert is_label(label)
    assert len(label) <= 64
    assert label_of_text(text, style) == label


@pytest.mark.parametrize(
    ("key", "label"),
    [
        (("devise", "failure.locked"), "devise.failure.locked"),
        (("+B25o/",), "+B25o/"),
        (("chartType_bar",), "chartType_bar"),
        (("Sign in",), "Sign_in"),
        ((".hidden", "a..b"), "hidden.a.b"),
        (("a*",), "a_"),
    ],
)
def test_a_key_is_changed_only_where_it_cannot_be_a_label(key: tuple[str, ...], label: str) -> None:
    assert label_of_key(key) == label


@given(st.lists(st.text(), min_size=1))
def test_every_key_has_a_label(key: list[str]) -> None:
    assert is_label(label_of_key(key))


def test_equal_labels_are_numbered_whatever_their_case() -> None:
    namer = Namer(["open2"])
    assert [namer.unique(name) for name in ("open", "Open", "open", "close")] == [
        "open",
        "Open3",
        "open4",
        "close",
    ]
