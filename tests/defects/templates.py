"""A clean set of templates, and slips that authors make in it, each with the rule that finds it."""

from typing import NamedTuple

INVOICE = """\
channel: email
active: true
variables:
  type: object
  properties:
    name: {type: string, minLength: 1}
    nick: {type: string}
    client: {type: object, properties: {city: {type: string}}, required: [city]}
    amount: {type: number}
    count: {type: integer}
    currency: {type: string, pattern: "^[A-Z]{3}$"}
    due: {type: string, format: date}
    plan: {enum: [gold, silver]}
    urgent: {type: boolean}
    tags: {type: array, items: {type: string}}
    orders:
      type: array
      items:
        type: object
        properties: {title: {type: string}, price: {type: number}, remark: {type: string}}
        required: [title, price]
  required: [name, client, amount, count, currency, due, plan, urgent, tags, orders]
  additionalProperties: false
samples:
  usual:
    name: Ana
    nick: Annie
    client: {city: Madrid}
    amount: 12.5
    count: 2
    currency: EUR
    due: "2026-03-06"
    plan: gold
    urgent: true
    tags: [tea]
    orders: [{title: Tea, price: 5, remark: green}, {title: Milk, price: 7.5}]
locales:
  en:
    title: "Your invoice: {{ amount | money(currency) }}"
    description: |-
      Hello {{ name }},

      you are on {% if plan == "gold" %}the best plan{% else %}another plan{% endif %} in {{ client.city }}.

      {% if nick %}

      We call you {{ nick }}.

      {% endif %}

      {% for order in orders %}

      - {{ loop.index }}. {{ order.title }}: {{ order.price | money(currency) }}{% if order.remark %} ({{ order.remark }}){% endif %}

      {% endfor %}

      Please pay by {{ due | date("long") }}{{ ", it is urgent" if urgent else "" }}. {{ count + 1 }} reminders.

      {% if tags | length %}Your tags: {{ tags | list }}.{% endif %}
"""
SPANISH = """\
---
title: "Su factura: {{ amount | money(currency) }}"
---
Hola, {{ name }}:

tiene {% if plan == "gold" %}el mejor plan{% else %}otro plan{% endif %} en {{ client.city }}.

{% if nick %}

Le llamamos {{ nick }}.

{% endif %}

{% for order in orders %}

- {{ loop.index }}. {{ order.title }}: {{ order.price | money(currency) }}{% if order.remark %} ({{ order.remark }}){% endif %}

{% endfor %}

Pague antes del {{ due | date("long") }}{{ ", es urgente" if urgent else "" }}. {{ count + 1 }} avisos.

{% if tags | length %}Sus etiquetas: {{ tags | list }}.{% endif %}
"""
CODE = """\
channel: sms
active: true
variables: {type: object, properties: {code: {type: string, pattern: "^[0-9]{6}$"}}, required: [code]}
samples: {usual: {code: "402913"}}
locales:
  en: {description: "Your code is {{ code }}."}
  es:
    description: "Su código
      es {{ code }}."
"""
CLEAN = {
    "content/templates/invoice.yaml": INVOICE,
    "content/templates/invoice.es.md": SPANISH,
    "content/templates/code.yaml": CODE,
}

YAML, MARKDOWN, SHORT = CLEAN


class Defect(NamedTuple):
    """A slip: ``old`` becomes ``new`` in a file; the rule finds it in the line that has ``at``."""

    path: str
    old: str
    new: str
    rule: str
    at: str


DEFECTS = {
    "one brace short": Defect(YAML, "{{ name }},", "{{ name },", "invalid-template", "{{ name },"),
    "no end of a placeholder": Defect(
        MARKDOWN, "llamamos {{ nick }}", "llamamos {{ nick", "invalid-template", "{{ nick"
    ),
    "no end of an if": Defect(
        MARKDOWN,
        "{{ tags | list }}.{% endif %}",
        "{{ tags | list }}.",
        "invalid-template",
        "{% if tags",
    ),
    "ends crossed": Defect(
        YAML, "{% endfor %}", "{% endif %}", "invalid-template", "      {% endif %}\n\n      Please"
    ),
    "a misspelt variable": Defect(
        SHORT, "es {{ code }}", "es {{ cdoe }}", "undeclared-variable", "{{ cdoe }}"
    ),
    "a misspelt key": Defect(
        YAML, "{{ client.city }}", "{{ client.ctiy }}", "undeclared-variable", "client.ctiy"
    ),
    "a misspelt key of an item": Defect(
        MARKDOWN, "{{ order.title }}", "{{ order.titel }}", "undeclared-variable", "order.titel"
    ),
    "a variable that no language uses": Defect(
        SHORT,
        '{code: {type: string, pattern: "^[0-9]{6}$"}}',
        '{code: {type: string, pattern: "^[0-9]{6}$"}, until: {type: string}}',
        "unused-variable",
        "until",
    ),
    "a variable lost in a translation": Defect(
        SHORT, "\n      es {{ code }}.", ".", "lost-variable", "Su código"
    ),
    "a variable in one language only": Defect(
        YAML, " in {{ client.city }}", "", "added-variable", "client.city"
    ),
    "a value not escaped": Defect(
        YAML, "Hello {{ name }},", "Hello {{ name | safe }},", "unescaped-variable", "| safe"
    ),
    "a filter for another type": Defect(
        YAML, "We call you {{ nick }}", "We call you {{ nick | money('EUR') }}", "mistyped-variable", "nick | money"
    ),
    "a text shown as a date": Defect(
        MARKDOWN, "Le llamamos {{ nick }}", "Le llamamos {{ nick | date }}", "mistyped-variable", "nick | date"
    ),
    "a currency that is none": Defect(
        YAML, "invoice: {{ amount | money(currency) }}", "invoice: {{ amount | money('Euro') }}", "mistyped-variable", "Euro"
    ),
    "a loop over a text": Defect(
        YAML, "{% for order in orders %}", "{% for order in name %}", "mistyped-variable", "in name"
    ),
    "a list printed as it is": Defect(
        MARKDOWN, "{{ tags | list }}", "{{ tags }}", "mistyped-variable", "{{ tags }}"
    ),
    "true or false printed": Defect(
        YAML, '{{ ", it is urgent" if urgent else "" }}', "{{ urgent }}", "mistyped-variable", "{{ urgent }}"
    ),
    "a choice that never comes": Defect(
        MARKDOWN, 'plan == "gold"', 'plan == "golden"', "mistyped-variable", "golden"
    ),
    "an optional value without a guard": Defect(
        YAML, "{% if order.remark %} ({{ order.remark }}){% endif %}", " ({{ order.remark }})", "unguarded-variable", "order.remark"
    ),
    "a guard about something else": Defect(
        MARKDOWN, "{% if nick %}", "{% if urgent %}", "unguarded-variable", "{{ nick }}"
    ),
    "a call": Defect(YAML, "{{ order.title }}", "{{ order.title.upper() }}", "unportable-template", "upper()"),
    "a filter that one side lacks": Defect(
        MARKDOWN, "{{ client.city }}", "{{ client.city | title }}", "unportable-template", "| title"
    ),
    "an empty list taken for false": Defect(
        YAML, "{% if tags | length %}", "{% if tags %}", "unportable-template", "{% if tags %}"
    ),
    "a file included": Defect(
        MARKDOWN, "Le llamamos", "{% include 'footer.html' %} Le llamamos", "unportable-template", "include"
    ),
    "a way into Python": Defect(
        SHORT, "is {{ code }}", "is {{ code.__class__ }}", "unportable-template", "__class__"
    ),
    "operators that bind otherwise": Defect(
        YAML, "{{ count + 1 }}", "{{ count + 1 - amount }}", "unportable-template", "count + 1 -"
    ),
    "a placeholder of another system": Defect(
        MARKDOWN, "Pague antes", "Pague {$ productPaymentCycle } antes", "leaking-rendering", "{$"
    ),
    "braces the wrong way round": Defect(
        YAML, "We call you {{ nick }}", "We call you {{ nick }} }}", "leaking-rendering", "{{ nick }} }}"
    ),
    "a brace too many": Defect(
        MARKDOWN, "Le llamamos {{ nick }}", "Le llamamos {{ nick }}}", "leaking-rendering", "{{ nick }}}"
    ),
    "a placeholder of Mailchimp": Defect(
        YAML, "Please pay", "*|FNAME|*, please pay", "leaking-rendering", "*|FNAME|*"
    ),
    "braces that are single": Defect(
        SHORT, "Your code is {{ code }}.", "Your code {code} is {{ code }}.", "leaking-rendering", "{code}"
    ),
    "an if without its condition": Defect(
        YAML, "{% if tags | length %}", "{% if %}", "invalid-template", "{% if %}"
    ),
    "an equals sign that does not compare": Defect(
        MARKDOWN, 'plan == "gold"', 'plan = "gold"', "invalid-template", 'plan = "gold"'
    ),
    "a remark without its end": Defect(
        MARKDOWN, "Le llamamos", "{# Le llamamos", "invalid-template", "{# Le"
    ),
    "an address between angle brackets": Defect(
        SHORT, "Your code is {{ code }}.", "Your code is {{ code }}: <{{ code }}>.", "removed-markup", "<{{ code }}>"
    ),
    "a number in each round of a loop": Defect(
        YAML,
        "- {{ loop.index }}",
        "1. {{ loop.index }}",
        "renumbered-item",
        "1. {{",
    ),
    "a loop that tears paragraphs": Defect(
        YAML,
        "{% for order in orders %}\n\n      - {{ loop.index }}",
        "{% for order in orders %}{{ loop.index }}",
        "torn-markup",
        "{% for order in orders %}",
    ),
    "bold words that end in an if": Defect(
        MARKDOWN,
        'tiene {% if plan == "gold" %}el mejor plan{% else %}',
        'tiene **{% if plan == "gold" %}el mejor** plan{% else %}',
        "torn-markup",
        "tiene **",
    ),
    "a greeting of nobody": Defect(
        YAML, "name: {type: string, minLength: 1}", "name: {type: string}", "empty-greeting", "Hello {{ name }}"
    ),
    "a sample that does not fit": Defect(
        YAML, "    amount: 12.5", '    amount: "12.50"', "invalid-sample", "12.50"
    ),
}  # fmt: skip
