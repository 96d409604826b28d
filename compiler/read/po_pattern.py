"""The pattern of an entry that is written as gettext's tools write it, and the texts in a match."""

import re

from compiler.read.po_strings import ESCAPED, unescape_named


def _pattern(lead: str, previous: str) -> re.Pattern[str]:
    """Return the pattern of entries whose lines begin with ``lead``, previous texts otherwise.

    Possessive throughout: what was read one way is not tried another way, so that the time it takes
    grows with the length and no faster.
    """

    def text(before: str) -> str:
        inside = rf'[^"\\\n]*+(?:{ESCAPED}[^"\\\n]*+)*+'
        return rf'{inside}(?:"\n{before}"{inside})*+'

    own, earlier = text(lead), text(previous)
    return re.compile(
        r"\n*+(?P<remarks>(?:#(?![~|]).*+\n++)*+)"
        rf'(?:{previous}msgctxt "(?P<previous_msgctxt>{earlier})"\n)?+'
        rf'(?:{previous}msgid "(?P<previous_msgid>{earlier})"\n)?+'
        rf'(?:{previous}msgid_plural "(?P<previous_msgid_plural>{earlier})"\n)?+'
        rf'(?:{lead}msgctxt "(?P<msgctxt>{own})"\n)?+'
        rf'{lead}msgid "(?P<msgid>{own})"\n'
        rf'(?:{lead}msgstr "(?P<msgstr>{own})"\n'
        rf'|{lead}msgid_plural "(?P<msgid_plural>{own})"\n'
        rf'(?P<forms>(?:{lead}msgstr\[[0-9]\] "{own}"\n)++))'
    )


CURRENT = _pattern("", r"#\| ")
OBSOLETE = _pattern("#~ ", r"#~\| ")
_JOINT = re.compile('"\n[^"]*"')
_FORM = re.compile(r'^(?:#~ )?msgstr\[([0-9])\] "', re.MULTILINE)
_FORM_END = '"\n'
_NUMBERS = "0123456789"


def match_entry(text: str, position: int) -> re.Match[str] | None:
    """Return the block of an entry that begins at a position, None where no pattern knows it."""
    match = CURRENT.match(text, position) or OBSOLETE.match(text, position)
    if match is None or (match["forms"] and not _is_numbered(match["forms"])):
        return None
    return match


def meaning(written: str) -> str:
    """Return a text without the quotes between its lines, and without escapes."""
    if "\n" in written:
        written = _JOINT.sub("", written)
    return unescape_named(written) if "\\" in written else written


def plural_forms(written: str) -> tuple[str, ...]:
    """Return the texts of the lines ``msgstr[0] "…"``, ``msgstr[1] "…"`` and so on."""
    return tuple(meaning(one.removesuffix(_FORM_END)) for one in _FORM.split(written)[2::2])


def string_spans(match: re.Match[str], part: str) -> list[tuple[int, int]]:
    """Return where the quoted strings of a text are, without their quotes; none if it is absent."""
    start, end = _text_span(match, part)
    if start < 0:
        return []
    spans = []
    for joint in _JOINT.finditer(match.string, start, end):
        spans.append((start, joint.start()))
        start = joint.end()
    return [*spans, (start, end)]


def _text_span(match: re.Match[str], part: str) -> tuple[int, int]:
    """Return where a text is, from its first quote to its last; -1 if it is absent."""
    if match["forms"] is None or not part.startswith("msgstr"):
        return match.span(part) if part in match.re.groupindex else (-1, -1)
    begin, end = match.span("forms")
    forms = list(_FORM.finditer(match.string, begin, end))
    ends = [*(form.start() for form in forms[1:]), end]
    for form, stop in zip(forms, ends, strict=True):
        if part in ("msgstr", f"msgstr[{form[1]}]"):
            return form.end(), stop - len(_FORM_END)
    return -1, -1


def _is_numbered(forms: str) -> bool:
    """Tell whether plural forms are numbered from 0 on."""
    return _NUMBERS.startswith("".join(_FORM.findall(forms)))
