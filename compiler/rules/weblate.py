"""Weblate's checks, whose flags `ignore-…` stand in catalogues, and the rules they mean."""

from collections.abc import Mapping

_PLACEHOLDERS = (
    "lost-placeholder",
    "added-placeholder",
    "renamed-placeholder",
    "changed-argument-type",
)
_TAGS = ("lost-tag", "added-tag")
_SYNTAX = ("invalid-message", "unclosed-tag")
_PLURALS = ("missing-plural-category", "impossible-plural-category", "wrong-form-count")
_MESSAGE = (
    *_SYNTAX,
    *_PLACEHOLDERS,
    *_TAGS,
    *_PLURALS,
    "plural-kind-changed",
    "lost-number-sign",
    "lost-select-branch",
    "added-select-branch",
)

_FORMATS = """
    angularjs-format automattic-components c-format c-sharp-format es-format fluent-references
    i18next-interpolation java-format java-printf-format javascript-format laravel-format
    lua-format object-pascal-format percent-placeholders perl-brace-format perl-format php-format
    placeholders python-brace-format python-format qt-format qt-plural-format ruby-format
    scheme-format vue-format
""".split()  # noqa: SIM905 - a list to read
_ENDS = """
    end-colon end-ellipsis end-exclamation end-interrobang end-question end-semicolon end-stop
    punctuation-spacing
""".split()  # noqa: SIM905 - a list to read
_WITHOUT_COUNTERPART = """
    bbcode ellipsis fluent-parts fluent-source-inner-html fluent-source-syntax
    fluent-target-inner-html fluent-target-syntax kashida long-untranslated md-link md-reflink
    md-syntax multiple-capital multiple-failures non-latin-letters optional-plural
    prohibited-final-character prohibited-initial-character regex rst-references rst-syntax
    same-plurals translated unnamed-format
""".split()  # noqa: SIM905 - a list to read

_CHECKS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(_FORMATS, _PLACEHOLDERS),
    **dict.fromkeys(_ENDS, ("end-punctuation",)),
    **dict.fromkeys(_WITHOUT_COUNTERPART, ()),
    "begin-newline": ("outer-whitespace",),
    "begin-space": ("outer-whitespace",),
    "check-glossary": ("glossary-term",),
    "double-space": ("double-space",),
    "duplicate": ("repeated-word",),
    "end-newline": ("outer-whitespace",),
    "end-space": ("outer-whitespace",),
    "escaped-newline": ("changed-line-breaks",),
    "icu-message-format": _MESSAGE,
    "icu-message-format-syntax": _SYNTAX,
    "inconsistent": ("inconsistent-translation",),
    "kabyle-characters": ("mixed-script",),
    "max-length": ("too-long",),
    "max-size": ("too-long",),
    "newline-count": ("changed-line-breaks",),
    "plurals": ("missing-translation", *_PLURALS),
    "reused": ("reused-translation",),
    "safe-html": ("unsafe-markup",),
    "same": ("same-as-source",),
    "url": ("changed-url",),
    "xml-invalid": ("unclosed-tag",),
    "xml-tags": (*_TAGS, "unclosed-tag"),
    "zero-width-space": ("invisible-character",),
}

WEBLATE_CHECKS: Mapping[str, tuple[str, ...]] = {
    **_CHECKS,
    "all-checks": tuple(dict.fromkeys(rule for rules in _CHECKS.values() for rule in rules)),
}
"""The name of a check as it stands after `ignore-`, and the rules that say the same."""
