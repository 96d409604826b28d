"""Text of unknown origin made safe to print: control and bidi characters become visible."""

import unicodedata

_HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"}
_JOINERS = {"\u200c", "\u200d"}  # needed by Persian and by emoji; harmless in a terminal


def visible(text: str) -> str:
    r"""Return ``text`` with every control, bidi and unassigned character written as ``\u{…}``.

    Line breaks become ``\n``, so that content never begins a line of ours.
    """
    if text.isprintable():
        return text
    return "".join(_show(character) for character in text)


def visible_lines(text: str) -> str:
    """Do the same to text of our own that has line breaks to keep."""
    return "\n".join(visible(line) for line in text.split("\n"))


def _show(character: str) -> str:
    named = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(character)
    if named is not None:
        return named
    if unicodedata.category(character) in _HIDDEN and character not in _JOINERS:
        return f"\\u{{{ord(character):x}}}"
    return character
