"""HTML that is written as a text of Jinja, however it is quoted; what never ends takes no time."""

import pytest

from compiler.channels.email.safe_text import safe_text_flaws

SCRIPT = "<b onclick=x()>"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (f'{{{{ "{SCRIPT}" | safe }}}}', 1),
        (f"{{{{ '{SCRIPT}'|safe }}}}", 1),
        (f'{{{{ "a" ~ "{SCRIPT}"\n| safe }}}}', 1),
        (f'{{{{ "it \\"is\\" {SCRIPT}" | safe }}}} {{{{ "{SCRIPT}" }}}}', 1),
        (f'{{{{ "{SCRIPT}" }}}} and {{{{ name | safe }}}}', 0),
        (f'{{{{ "{SCRIPT}" | safely }}}}', 0),
        (f'safe: {{{{ "{SCRIPT} | safe', 0),
    ],
)
def test_only_safe_texts_are_looked_at(source: str, found: int) -> None:
    flaws = list(safe_text_flaws(source))
    assert len(flaws) == found
    for flaw in flaws:
        assert source[flaw.at :].startswith("onclick")


@pytest.mark.parametrize("piece", ["{{ ", '{{ "\\"', "'\"", '"\\"', "| ", "{{ x }} ", "{{ '"])
def test_what_never_ends_is_looked_through_once(piece: str) -> None:
    text = piece * 200_000  # a pattern that goes back would look through it 200,000 times
    assert list(safe_text_flaws(f"{{{{ {text} | safe")) == []
    assert list(safe_text_flaws(f"{{{{ {text} | safe }}}}")) == []
