"""Layouts in MJML compiled, compared with what the reference implementation makes of them."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from typing_extensions import override

from compiler.channels.email.mjml import compile_mjml

REFUSED = {
    "custom-component": "MJML has no component `<mj-text-custom>`",
    "mj-html-attributes": "MJML has no component `<mj-html-attributes>`",
    "mj-include-body": "nothing is included from another file",
}
"""What is told instead of being passed over."""

OTHERWISE = {"mj-hero-fluid"}
"""Two empty cells beside the picture, which the compiler does not make."""


class _Body(HTMLParser):
    """The tags and the text of a body, in their order."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.feed(document[document.index("<body") :])

    @override
    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.parts.append(f"<{tag}>")

    @override
    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if text:
            self.parts.append(text)


def test_the_same_tags_and_text_as_the_reference(shared_data: Path) -> None:
    folder = shared_data / "email" / "mjml-python"
    names = sorted(
        path.name.removesuffix("-expected.html") for path in folder.glob("*-expected.html")
    )
    assert len(names) == 41
    told, differing = {}, set()
    for name in names:
        compiled = compile_mjml((folder / f"{name}.mjml").read_text(encoding="utf-8"))
        expected = (folder / f"{name}-expected.html").read_text(encoding="utf-8")
        if compiled.flaws:
            told[name] = compiled.flaws[0].message
        elif _Body(compiled.html).parts != _Body(expected).parts:
            differing.add(name)
    assert told == REFUSED
    assert differing == OTHERWISE


def test_an_include_written_out_is_the_same_as_the_reference(shared_data: Path) -> None:
    folder = shared_data / "email" / "mjml-python"
    source = (folder / "mj-include-body.mjml").read_text(encoding="utf-8")
    whole = re.sub(
        r'<mj-include path="\./(\S+)" />',
        lambda found: (folder / found[1]).read_text(encoding="utf-8"),
        source,
    )
    expected = (folder / "mj-include-body-expected.html").read_text(encoding="utf-8")
    assert _Body(compile_mjml(whole).html).parts == _Body(expected).parts


def layout(inside: str) -> str:
    return (
        f"<mjml><mj-body><mj-section><mj-column>{inside}</mj-column></mj-section></mj-body></mjml>"
    )


def test_jinja_passes_through_untouched() -> None:
    source = layout(
        '<mj-text>{{ body }}</mj-text><mj-button href="{{ url | default("x?a=1&b=\'}}\'") }}">Go</mj-button>'
        "<mj-raw>{% if a > 1 and b < 2 %}</mj-raw><mj-text>1</mj-text><mj-raw>{% endif %}</mj-raw>"
        "<mj-table><tr>{% for c in cells %}<td>{{ c }}</td>{% endfor %}</tr></mj-table>{# gone #}"
    )
    html = compile_mjml(source).html
    assert '<a href="{{ url | default("x?a=1&b=\'}}\'") }}"' in html
    assert re.findall(r"\{%.*?%\}|\{\{ (?:body|c) \}\}|gone", html) == [
        "{{ body }}",
        "{% if a > 1 and b < 2 %}",
        "{% endif %}",
        "{% for c in cells %}",
        "{{ c }}",
        "{% endfor %}",
    ]


@pytest.mark.parametrize("inside", ["<mj-text><a b=></a></mj-text>", '<mj-text><a "b"></a></mj-text>', "<mj-text>\x00</mj-text>", "<mj-text><![CDATA[x</mj-text>"])  # fmt: skip
def test_what_the_compiler_stumbles_over_is_told_and_never_raised(inside: str) -> None:
    compiled = compile_mjml(layout(inside))
    assert bool(compiled.html) != bool(compiled.flaws)
