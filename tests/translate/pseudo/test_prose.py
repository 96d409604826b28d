"""Lines and rich text in pseudo-locales: what is no words stays to the byte."""

import pytest

from compiler.translate.pseudo.prose import pseudo_line, pseudo_prose

LINES = {
    "Welcome, {{ name }}": "[Ŵéļçöɱé, {{ name }} one]",
    "{% if vip %}Dear{% endif %} {{ name }}": "[{% if vip %}Ðéåŕ{% endif %} {{ name }} one]",
    "https://acme.example/{{ id }}/path": "https://acme.example/{{ id }}/path",
    " Pay ": " [Þåý one] ",
}

PROSE = """\
# Terms of {{ name }}

Read *them* at [our site](https://acme.example/{{ id }}/terms "Terms") or `run it`.

{# a remark

over blocks #}
| Fee | Rate |
|-----|:----:|
| Card | 2 % |

- one
- <b title="x">two</b> &amp; a@acme.example

```
code
```

[site]: https://acme.example
"""

ACCENTED = """\
# Ţééŕɱš ööƒ {{ name }}

Ŕééååð *ţĥééɱ* ååţ [ööûûŕ šîîţéé](https://acme.example/{{ id }}/terms "Ţééŕɱš") ööŕ `run it`.

{# a remark

over blocks #}
| Ƒéééé | Ŕååţéé |
|-----|:----:|
| Çååŕð | 2 % |

- ööñéé
- <b title="x">ţŵöö</b> &amp; a@acme.example

```
code
```

[šîîţéé]: https://acme.example
"""


@pytest.mark.parametrize(("text", "wanted"), LINES.items())
def test_a_line(text: str, wanted: str) -> None:
    assert pseudo_line(text, "en-XA") == wanted


def test_rich_text() -> None:
    assert pseudo_prose(PROSE, "en-XA") == ACCENTED


def test_rich_text_from_right_to_left_is_the_same_without_its_signs() -> None:
    made = pseudo_prose(PROSE, "ar-XB")
    assert "\u202eRead\u202c *\u202ethem\u202c*" in made
    assert "(https://acme.example/{{ id }}/terms" in made
    assert made.replace("\u202e", "").replace("\u202c", "") == PROSE
