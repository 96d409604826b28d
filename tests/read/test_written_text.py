"""Where in a file the characters of a text stand, in every style of writing it."""

from compiler.base.place import Place
from compiler.read.decoding import lines_of
from compiler.read.written_text import place_in_body, place_in_yaml
from compiler.read.yaml import read_yaml_text

YAML = r"""
double: "x {{ na\u00efme }} \"q\" \
    more {{ a }}
    folded

    par {{ b }}"
single: 'it''s {{ c }}
  and {{ d }}'
plain: plain {{ e }}
  folded
  more {{ f }}
literal: |-
  lit {{ g }}

    more {{ h }}
  {{ i }}
folded: >
  fold {{ j }}
  second {{ k }}

  third {{ l }}

    indented {{ m }}
  back {{ n }}
indicated: &anchor |2-
   x {{ o }}
anchored: &other "{{ p }}"
flow: [a, "b {{ q }}", 'c {{ r }}']
tab: "\t\x41 {{ s }} 🎉 {{ t }}"
"""


def test_every_style_of_yaml() -> None:
    document = read_yaml_text("a.yaml", YAML)
    lines = lines_of(YAML)
    seen = ""
    for route in document.places.spots.values:
        text = document.data
        for step in route:
            text = text[step]
        if not isinstance(text, str):
            continue
        for offset in (index for index, sign in enumerate(text) if text.startswith("{{", index)):
            begin = document.places.value(*route)
            place = place_in_yaml(lines, begin, text, offset, offset + len("{{ x }}"))
            written = lines[place.line - 1][place.column - 1 :][: place.length]
            if "\\u" not in written:
                assert written == text[offset : offset + len("{{ x }}")]
                seen += written[3]
    assert seen == "abcdefghijklmnopqrst"


def test_an_escape_is_as_long_as_it_is_written() -> None:
    text = read_yaml_text("a.yaml", YAML).data["double"]
    begin = Place("a.yaml", 2, 9)
    place = place_in_yaml(lines_of(YAML), begin, text, text.index("naïme"), text.index("naïme") + 5)
    assert (place.line, place.column, place.length) == (2, 15, len(r"na\u00efme"))


def test_a_text_that_the_file_has_not_is_told_at_its_begin() -> None:
    begin = Place("a.yaml", 2, 9)
    assert place_in_yaml(lines_of(YAML), begin, "something else", 3, 5) == begin
    assert place_in_yaml([], begin, "x", 0, 1) == begin


def test_a_body_has_the_lines_of_its_file() -> None:
    begin = Place("a.md", 4, 1, 5)
    assert place_in_body(begin, "Hello\n\n{{ name }}!", 10, 14) == Place("a.md", 6, 4, 4)
    assert place_in_body(begin, "Hello", 1, 3) == Place("a.md", 4, 2, 2)
