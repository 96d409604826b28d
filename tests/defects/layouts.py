"""A clean set of layouts in MJML, HTML with CSS, and Typst, and slips that authors make in them."""

from tests.defects.slips import Slip

MADE, PLAIN, CONTRACT, LETTER, OFFER, TERMS = (
    "content/templates/_layouts/made.mjml",
    "content/templates/_layouts/plain.html.j2",
    "content/templates/_layouts/contract.typ",
    "content/templates/letter.yaml",
    "content/templates/offer.yaml",
    "content/templates/terms.yaml",
)

_MJML = """\
<mjml lang="{{ locale }}" dir="{{ direction }}">
  <mj-head>
    <mj-title>{{ subject }}</mj-title>
    <mj-attributes>
      <mj-text color="#1c2733" font-size="16px" line-height="1.5" align="{{ start }}" />
      <mj-class name="small" font-size="13px" />
    </mj-attributes>
    <mj-style inline="inline">.total { font-weight: bold }</mj-style>
  </mj-head>
  <mj-body background-color="#f1f5f4">
    <mj-section background-color="#ffffff" padding="24px 0 8px">
      <mj-column>
        <mj-image src="https://acme.example/logo.png" alt="Acme" width="120px" />
        <mj-text>{{ body }}</mj-text>
        <mj-button href="https://portal.acme.example" background-color="#0a5c2e" color="#ffffff">Portal</mj-button>
      </mj-column>
    </mj-section>
    <mj-section>
      <mj-column>
        <mj-text mj-class="small" color="#4b5a70">Acme Ltd, <a href="{{ unsubscribe_url }}">unsubscribe</a></mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>
"""
_HTML = """\
<!doctype html>
<html lang="{{ locale }}" dir="{{ direction }}">
<head>
  <meta charset="utf-8">
  <title>{{ subject }}</title>
  <style>
    body { margin: 0; background: #f1f5f4; color: #1c2733 }
    .card { background: #ffffff; padding: 28px }
    .foot { color: #4b5a70; font-size: 13px }
    @media (max-width: 600px) { .card { padding: 12px } }
  </style>
</head>
<body>
<img src="https://acme.example/logo.png" alt="Acme" width="120" height="40">
<div class="card">
{{ body }}
</div>
<p class="foot">Acme Ltd, 1 Harbour Street</p>
</body>
</html>
"""
_TYPST = """\
#let layout(title: "", author: "", locale: "en", body) = {
  set page(
    paper: "a4",
    margin: (x: 25mm, y: 28mm),
    footer: context align(center, counter(page).display("1 / 1", both: true)),
  )
  set text(size: 10pt)
  show heading: set text(size: 1.1em)
  block(below: 1.8em, text(size: 1.7em, weight: "bold", title))
  body
  v(2.5em)
  line(length: 45%, stroke: 0.5pt)
}
"""


def _template(head: str, english: str, spanish: str) -> str:
    return f"""\
{head}
active: true
variables:
  type: object
  properties:
    name: {{type: string, minLength: 1, maxLength: 60}}
    unsubscribe_url: {{type: string, format: uri, maxLength: 200}}
  required: [name, unsubscribe_url]
samples: {{usual: {{name: Ana, unsubscribe_url: "https://acme.example/u/1"}}}}
locales:
  en:
    title: For {{{{ name }}}}
    description: |-
      {english}
  es:
    title: Para {{{{ name }}}}
    description: |-
      {spanish}
"""


_ENGLISH = "Hello {{ name }}, here is <b>what</b> you asked for: {{ unsubscribe_url }}"
_SPANISH = "Hola {{ name }}, aquí tiene <b>lo que</b> pidió: {{ unsubscribe_url }}"

_SPANISH_BODY = "|-\n      Hola"
"""What begins in the line that a finding about all of the Spanish body stands in."""

SETS = (
    {
        MADE: _MJML,
        OFFER: _template("channel: email\nmarketing: true\nlayout: made", _ENGLISH, _SPANISH),
    },
    {PLAIN: _HTML, LETTER: _template("channel: email\nlayout: plain", _ENGLISH, _SPANISH)},
    {CONTRACT: _TYPST, TERMS: _template("channel: pdf\nlayout: contract", _ENGLISH, _SPANISH)},
)
"""Each layout with a template that has it."""

SLIPS = {
    "MJML: a component that is none": Slip(
        MADE, "<mj-image src", "<mj-img src", "invalid-layout", "<mj-img"
    ),
    "MJML: an attribute that is none": Slip(
        MADE, '<mj-text color="#1c2733"', '<mj-text colour="#1c2733"', "invalid-layout", "colour="
    ),
    "MJML: a colour that is none": Slip(
        MADE, 'background-color="#0a5c2e"', 'background-color="#0a5c2"', "invalid-layout", "#0a5c2"
    ),
    "MJML: a length without its unit": Slip(
        MADE, 'font-size="13px"', 'font-size="13"', "invalid-layout", 'font-size="13"'
    ),
    "MJML: text outside of a component": Slip(
        MADE, "<mj-text>{{ body }}</mj-text>", "{{ body }}", "invalid-layout", "{{ body }}"
    ),
    "MJML: a column outside of a section": Slip(
        MADE,
        "    <mj-section>\n      <mj-column>\n        <mj-text mj-class",
        "      <mj-column>\n        <mj-text mj-class",
        "invalid-layout",
        "      <mj-column>\n        <mj-text mj-class",
    ),
    "MJML: a component that is not closed": Slip(
        MADE, "{{ body }}</mj-text>", "{{ body }}", "invalid-layout", "<mj-text>{{ body }}"
    ),
    "MJML: HTML in it that is not closed": Slip(
        MADE, "unsubscribe</a>", "unsubscribe", "invalid-layout", "<a href"
    ),
    "MJML: a class that nobody has": Slip(
        MADE, 'mj-class="small"', 'mj-class="smal"', "invalid-layout", 'mj-class="smal"'
    ),
    "MJML: a file that is included": Slip(
        MADE,
        "<mj-text>{{ body }}</mj-text>",
        '<mj-include path="./foot.mjml" /><mj-text>{{ body }}</mj-text>',
        "invalid-layout",
        "<mj-include",
    ),
    "MJML: no body": Slip(MADE, "{{ body }}", "Hello", "invalid-layout", "<mjml lang"),
    "MJML: no way to unsubscribe": Slip(
        MADE,
        ', <a href="{{ unsubscribe_url }}">unsubscribe</a>',
        "",
        "missing-unsubscribe",
        _SPANISH_BODY,
        OFFER,
    ),
    "MJML: an image without words": Slip(
        MADE, ' alt="Acme"', "", "image-without-alt", "<mj-image"
    ),
    "MJML: an address that is not whole": Slip(
        MADE, "https://portal.acme.example", "/portal", "relative-address", "/portal"
    ),
    "MJML: a variable that the templates do not have": Slip(
        MADE, "{{ unsubscribe_url }}", "{{ unsubscribe_link }}", "undeclared-variable", "layout: made", OFFER
    ),
    "MJML: words that are hard to read": Slip(
        MADE, 'color="#4b5a70"', 'color="#d0d4da"', "low-contrast", "#d0d4da"
    ),
    "MJML: styles from elsewhere": Slip(
        MADE, ".total {", '@import url("https://acme.example/a.css"); .total {', "remote-styles", "@import"
    ),
    "CSS: the body is hidden": Slip(
        PLAIN, ".card { background: #ffffff;", ".card { display: none;", "differing-parts", _SPANISH_BODY, LETTER
    ),
    "CSS: white on white": Slip(
        PLAIN, "color: #1c2733 }", "color: #f8f8f8 }", "low-contrast", "color: #f8f8f8"
    ),
    "CSS: an image over http": Slip(
        PLAIN,
        "background: #ffffff; padding: 28px",
        "background: url(http://acme.example/a.png)",
        "insecure-address",
        "http://acme.example/a.png",
    ),
    "CSS: styles from elsewhere": Slip(
        PLAIN,
        "  <style>\n",
        '  <link rel="stylesheet" href="https://acme.example/a.css">\n  <style>\n',
        "remote-styles",
        "<link",
    ),
    "CSS: a brace that is not closed": Slip(
        PLAIN, "color: #1c2733 }", "color: #1c2733", "invalid-layout", "body { margin"
    ),
    "HTML: a script": Slip(PLAIN, "</head>", "<script>track()</script></head>", "script-in-mail", "<script>"),
    "HTML: a form": Slip(
        PLAIN, "</div>", '<form action="https://acme.example"></form></div>', "form-in-mail", "<form"
    ),
    "HTML: an image without a size": Slip(
        PLAIN, ' width="120" height="40"', "", "image-without-size", "<img"
    ),
    "HTML: the body twice": Slip(
        PLAIN, "</div>", "<!-- again -->\n{{ body }} </div>", "invalid-layout", "{{ body }} </div>"
    ),
    "HTML: a filter that one side lacks": Slip(
        PLAIN, "{{ subject }}", "{{ name | title }}", "unportable-template", "| title"
    ),
    "Typst: a brace that is not closed": Slip(
        CONTRACT, "stroke: 0.5pt)\n}", "stroke: 0.5pt)\n", "unprintable-agreement", "= {"
    ),
    "Typst: a function that is none": Slip(
        CONTRACT, "  v(2.5em)", "  vspace(2.5em)", "unprintable-agreement", "vspace"
    ),
    "Typst: a length that is none": Slip(
        CONTRACT, "set text(size: 10pt)", "set text(size: 10)", "unprintable-agreement", "size: 10)"
    ),
    "Typst: an argument that is missing": Slip(
        CONTRACT, 'title: "", author: ""', 'title: ""', "unprintable-agreement", "#let layout"
    ),
    "Typst: a picture out of a file": Slip(
        CONTRACT, "  v(2.5em)", '  image("seal.png")', "unprintable-agreement", "seal.png"
    ),
    "Typst: a package": Slip(
        CONTRACT, "#let layout", '#import "@preview/cetz:0.2.0": *\n#let layout', "unprintable-agreement", "@preview"
    ),
    "Typst: a font that nobody has": Slip(
        CONTRACT, "set text(size: 10pt)", 'set text(size: 10pt, font: "Akrobat")', "misprinted-agreement", "Akrobat"
    ),
    "Typst: a loop without an end": Slip(
        CONTRACT, "  v(2.5em)", "  while true { }", "unprintable-agreement", "while true"
    ),
    "Typst: the body is not shown": Slip(
        CONTRACT, "  body\n", "", "lost-words", "Hola {{ name }}", TERMS
    ),
    "Typst: the body twice": Slip(
        CONTRACT, "  body\n", "  body\n  body\n", "misprinted-agreement", "Hola {{ name }}", TERMS
    ),
    "Typst: words that nobody sees": Slip(
        CONTRACT, "set text(size: 10pt)", "set text(size: 10pt, fill: white)", "misprinted-agreement", _SPANISH_BODY, TERMS
    ),
    "Typst: a page that is too narrow": Slip(
        CONTRACT, 'paper: "a4",', "width: 60mm, height: 60mm,", "words-off-the-page", _SPANISH_BODY, TERMS
    ),
    "Typst: a layout for a mail": Slip(
        TERMS, "channel: pdf", "channel: email", "mismatched-layout", "layout: contract"
    ),
    "CSS: a brace too many": Slip(
        PLAIN, "font-size: 13px }", "font-size: 13px }}", "invalid-layout", "13px }}"
    ),
    "Typst: an image from elsewhere": Slip(
        TERMS, "<b>lo que</b>", "![x](https://acme.example/a.png)", "unprintable-markup", "![x]"
    ),
    "Typst: a tag that no paper shows": Slip(
        TERMS, "<b>lo que</b>", '<span lang="en">lo que</span>', "unprintable-markup", "<span"
    ),
}  # fmt: skip
"""Slips, by what they are about."""

FINE = {
    "MJML: a class of CSS": (MADE, "<mj-image src", '<mj-image css-class="logo" src'),
    "MJML: a colour of another form": (MADE, 'color="#4b5a70"', 'color="rgb(75, 90, 112)"'),
    "MJML: markup as it is": (MADE, "<mj-text>{{ body }}</mj-text>", "<mj-raw>{{ body }}</mj-raw>"),
    "MJML: a remark about the body": (MADE, "<mj-text>{{ body", "<!-- {{ body }} --><mj-text>{{ body"),
    "MJML: an image that decorates": (MADE, 'alt="Acme"', 'alt=""'),
    "MJML: a font": (
        MADE, "<mj-attributes>",
        '<mj-font name="Lato" href="https://fonts.googleapis.com/css?family=Lato" /><mj-attributes>',
    ),
    "MJML: a choice about a variable": (
        MADE, "<mj-text>{{ body }}",
        ("<mj-raw>{% if name == 'Ana' %}</mj-raw><mj-text>Hi Ana</mj-text><mj-raw>{% endif %}</mj-raw>"
        "<mj-text>{{ body }}"),
    ),
    "CSS: braces in remarks and words": (
        PLAIN, ".foot {", "/* } .foot { */ .foot::after { content: '}' } .foot {"
    ),
    "CSS: rules for some readers": (
        PLAIN, "    @media", "    @media (prefers-color-scheme: dark) { @supports (color: red) { .foot { color: #ffffff } } }\n    @media"
    ),
    "CSS: a preheader that is hidden": (
        PLAIN, "<body>", '<body>\n<div style="display: none">A word before</div>'
    ),
    "CSS: a font": (
        PLAIN, "    body {", "    @import url('https://fonts.googleapis.com/css?family=Lato');\n    body {"
    ),
    "HTML: a paragraph that is not closed": (PLAIN, "1 Harbour Street</p>", "1 Harbour Street"),
    "Typst: braces in remarks and words": (CONTRACT, "  body\n", "  body // { [\n  [A brace: \\{]\n"),
    "Typst: what depends on the language": (
        CONTRACT, "  v(2.5em)", '  if locale == "es" [Firmado] else [Signed]\n  v(2.5em)'
    ),
    "Typst: a page that is narrow": (CONTRACT, 'paper: "a4"', 'paper: "a5"'),
    "Typst: words on a dark ground": (
        CONTRACT, "  body\n", "  block(fill: black, text(fill: white, body))\n"
    ),
    "Typst: a tag that paper shows": (TERMS, "<b>lo que</b>", "<u>lo que</u><br>"),
}  # fmt: skip
"""What looks like a slip and is none: ``old`` becomes ``new`` in a file, and nothing is found."""
