"""Weblate's checks, whose flags `ignore-…` stand in catalogues, and the rules they mean."""

from collections.abc import Mapping

_PLACEHOLDERS = ("lost-placeholder", "added-placeholder")
_MESSAGE = ("invalid-message", *_PLACEHOLDERS)
_PLURALS = ("missing-plural-category", "impossible-plural-category")

_FORMATS = """
    angularjs-format automattic-components c-format c-sharp-format es-format fluent-references
    i18next-interpolation java-format java-printf-format javascript-format laravel-format
    lua-format object-pascal-format percent-placeholders perl-brace-format perl-format php-format
    placeholders python-brace-format python-format qt-format qt-plural-format ruby-format
    scheme-format vue-format
""".split()  # noqa: SIM905 - a list to read
_WITHOUT_COUNTERPART = """
    bbcode begin-newline begin-space check-glossary double-space duplicate ellipsis end-colon
    end-ellipsis end-exclamation end-interrobang end-newline end-question end-semicolon end-space
    end-stop escaped-newline fluent-parts fluent-source-inner-html fluent-source-syntax
    fluent-target-inner-html fluent-target-syntax inconsistent kabyle-characters kashida
    long-untranslated max-length max-size md-link md-reflink md-syntax multiple-capital
    multiple-failures newline-count non-latin-letters optional-plural prohibited-final-character
    prohibited-initial-character punctuation-spacing regex reused rst-references rst-syntax
    safe-html same translated unnamed-format url xml-invalid zero-width-space
""".split()  # noqa: SIM905 - a list to read

WEBLATE_CHECKS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(_FORMATS, _PLACEHOLDERS),
    **dict.fromkeys(_WITHOUT_COUNTERPART, ()),
    "icu-message-format": _MESSAGE,
    "icu-message-format-syntax": ("invalid-message",),
    "plurals": ("missing-translation", *_PLURALS),
    "same-plurals": (),
    "xml-tags": _PLACEHOLDERS,
    "all-checks": (*_MESSAGE, *_PLURALS),
}
"""The name of a check as it stands after `ignore-`, and the rules that say the same."""
