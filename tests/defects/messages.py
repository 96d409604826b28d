"""A clean set of e-mails, a push, an SMS and an agreement, and slips that are made in them."""

from tests.defects.templates import Defect

LANGUAGES = "source: en\nactive: [en, ar]\nenabled: [en]\n"
PAGE = """\
<!doctype html>
<html lang="{{ locale }}" dir="{{ direction }}">
<head>
<style>
.foot { color: #555555; background: #ffffff }
</style>
</head>
<body>
<img src="https://cdn.acme.example/logo.png" alt="Acme" width="120" height="40">
<div>{{ body }}</div>
<p class="foot">Harbour Street 1, <a href="https://www.acme.example">www.acme.example</a></p>
</body>
</html>
"""
BLOCKS = """\
<mjml lang="{{ locale }}" dir="{{ direction }}">
<mj-body>
<mj-section direction="{{ direction }}">
<mj-column direction="{{ direction }}">
<mj-image src="https://cdn.acme.example/head.png" alt="Acme" />
<mj-text color="#222222" align="{{ start }}">{{ body }}</mj-text>
</mj-column>
</mj-section>
</mj-body>
</mjml>
"""
OFFER = """\
channel: email
active: true
marketing: true
layout: page
variables:
  type: object
  properties:
    name: {type: string, minLength: 1, maxLength: 60}
    offers: {type: array, maxItems: 20, items: {type: string, maxLength: 80}}
    unsubscribe_url: {type: string, format: uri, pattern: "^https://"}
  required: [name, offers, unsubscribe_url]
samples:
  usual: {name: Ana, offers: [Tea, Milk], unsubscribe_url: "https://acme.example/stop/1"}
locales:
  en:
    title: Offers for {{ name }}
    properties: {preheader: "This week"}
    description: |-
      Hello {{ name }},

      ![Tea in a cup](https://cdn.acme.example/tea.png)

      {% for offer in offers %}

      - {{ offer }}

      {% endfor %}

      See [all of them](https://www.acme.example/offers).

      [Unsubscribe]({{ unsubscribe_url }})
"""
NOTICE = """\
channel: email
active: true
layout: blocks
variables: {type: object, properties: {name: {type: string, minLength: 1}}, required: [name]}
samples: {usual: {name: Ana}}
locales:
  en:
    title: A notice
    description: |-
      Hello {{ name }},

      your account is ready.
"""
PUSH = """\
channel: push
active: true
variables: {type: object, properties: {device: {type: string, minLength: 1, maxLength: 60}}, required: [device]}
samples: {usual: {device: Pixel}}
locales:
  en:
    title: New sign-in
    description: "On {{ device }}."
"""
SMS = """\
channel: sms
active: true
variables: {type: object, properties: {code: {type: string, maxLength: 8}}, required: [code]}
samples: {usual: {code: "402913"}}
locales:
  en:
    description: "It's your code: {{ code }}. We never ask for it."
"""
TERMS = """\
channel: pdf
active: true
layout: paper
variables: {type: object, properties: {name: {type: string, minLength: 1, maxLength: 60}}, required: [name]}
samples: {usual: {name: Ana}}
locales:
  en:
    title: Terms
    description: |-
      Between us and {{ name }}.

      ## What we do

      What we say.
"""
PAPER = """\
#let layout(title: "", author: "", locale: "en", body) = {
  set page(paper: "a5")
  heading(title)
  body
}
"""
CLEAN = {
    "content/configurations/languages.yaml": LANGUAGES,
    "content/templates/_layouts/page.html.j2": PAGE,
    "content/templates/_layouts/blocks.mjml": BLOCKS,
    "content/templates/_layouts/paper.typ": PAPER,
    "content/templates/offer.yaml": OFFER,
    "content/templates/notice.yaml": NOTICE,
    "content/templates/push.yaml": PUSH,
    "content/templates/code.yaml": SMS,
    "content/templates/terms.yaml": TERMS,
}

(_, PAGE_AT, BLOCKS_AT, PAPER_AT, OFFER_AT, NOTICE_AT, PUSH_AT, SMS_AT, TERMS_AT) = CLEAN

DEFECTS = {
    "no way to unsubscribe": Defect(
        OFFER_AT, "[Unsubscribe]({{ unsubscribe_url }})", "Write to {{ unsubscribe_url }}", "missing-unsubscribe", "description: |-"
    ),
    "a list without a bound that is reached": Defect(
        OFFER_AT, "maxItems: 20", "maxItems: 2000", "oversized-mail", "description: |-"
    ),
    "a picture of a layout without words": Defect(
        PAGE_AT, ' alt="Acme"', "", "image-without-alt", "<img src"
    ),
    "a picture of a layout without a size": Defect(
        PAGE_AT, ' width="120" height="40"', "", "image-without-size", "<img src"
    ),
    "a picture in MJML without words": Defect(
        BLOCKS_AT, ' alt="Acme"', "", "image-without-alt", "<mj-image"
    ),
    "a picture of a body without words": Defect(
        OFFER_AT, "![Tea in a cup]", "![]", "image-without-alt", "![](https"
    ),
    "a form": Defect(
        PAGE_AT, "<div>{{ body }}</div>", '<div>{{ body }}</div><form action="https://evil.example/x"><input name="a"></form>', "form-in-mail", "<form"
    ),
    "a script": Defect(
        PAGE_AT, "</body>", "<script>track()</script></body>", "script-in-mail", "<script>"
    ),
    "something that runs when it is clicked": Defect(
        PAGE_AT, '<p class="foot">', '<p class="foot" onclick="track()">', "script-in-mail", "onclick"
    ),
    "an address without a host": Defect(
        OFFER_AT, "(https://www.acme.example/offers)", "(/offers)", "relative-address", "(/offers)"
    ),
    "an address of a layout without a host": Defect(
        PAGE_AT, 'href="https://www.acme.example"', 'href="www.acme.example"', "relative-address", 'href="www'
    ),
    "a picture that anybody can change on its way": Defect(
        PAGE_AT, "https://cdn.acme.example/logo.png", "http://cdn.acme.example/logo.png", "insecure-address", "http://cdn"
    ),
    "letters that are too faint": Defect(
        PAGE_AT, "#555555", "#aaaaaa", "low-contrast", "#aaaaaa"
    ),
    "a subject of two lines": Defect(
        OFFER_AT, "{name: Ana,", '{name: "Ana\\nMaria",', "broken-line", "title: Offers"
    ),
    "a subject that is too long": Defect(
        NOTICE_AT, "title: A notice", "title: A notice that says in its subject nearly everything that there is to say about it", "long-subject", "title: A notice"
    ),
    "a preheader of two lines": Defect(
        OFFER_AT, 'preheader: "This week"', 'preheader: "This\\nweek"', "broken-line", "preheader"
    ),
    "a page without a direction": Defect(
        PAGE_AT, ' dir="{{ direction }}"', "", "missing-direction", "<html"
    ),
    "columns without a direction": Defect(
        BLOCKS_AT, '<mj-column direction="{{ direction }}">', "<mj-column>", "missing-direction", "<mjml"
    ),
    "text on the wrong side": Defect(
        BLOCKS_AT, 'align="{{ start }}"', 'align="left"', "missing-direction", "<mjml"
    ),
    "an attribute that MJML does not know": Defect(
        BLOCKS_AT, 'color="#222222"', 'colour="#222222"', "invalid-layout", "colour"
    ),
    "a body that a layout hides": Defect(
        PAGE_AT, "<div>{{ body }}</div>", '<div style="display: none">{{ body }}</div>', "differing-parts", "description: |-"
    ),
    "a layout that asks for what a template has not": Defect(
        BLOCKS_AT, "{{ body }}", "{{ body }} {{ nickname }}", "undeclared-variable", "layout: blocks"
    ),
    "a push of any length": Defect(
        PUSH_AT, ", maxLength: 60", "", "unbounded-variable", "device: {type"
    ),
    "a push that no service takes": Defect(
        PUSH_AT, "maxLength: 60", "maxLength: 6000", "oversized-push", "description:"
    ),
    "a title that no phone shows": Defect(
        PUSH_AT, "title: New sign-in", "title: Somebody has signed in to your account with a new device", "cut-push", "title: Somebody"
    ),
    "an SMS of too many segments": Defect(
        SMS_AT, "maxLength: 8", "maxLength: 2000", "oversized-sms", "description:"
    ),
    "an SMS that costs twice as much": Defect(
        SMS_AT, "We never ask for it.", "We never ask for it, and whoever asks for it is none of us and only wants your money, so that you must never tell it. Not even to us, nor to your bank.", "split-sms", "description:"
    ),
    "a typographic sign in an SMS": Defect(SMS_AT, "It's", "It’s", "needless-unicode", "It’s"),
    "an agreement with a sign that no font has": Defect(
        TERMS_AT, "What we say.", "What we say. ✅", "unprintable-character", "say. ✅"
    ),
    "an agreement with HTML": Defect(
        TERMS_AT, "What we say.", "What <kbd>we</kbd> say.", "unprintable-markup", "<kbd>"
    ),
    "a layout of paper that is no Typst": Defect(
        PAPER_AT, '"a5"', "a5", "unprintable-agreement", "paper: a5"
    ),
    "a layout of paper without headings": Defect(
        PAPER_AT, "  heading(title)", "  show heading: none", "lost-words", "## What we do"
    ),
}  # fmt: skip
