"""Text of unknown origin made safe to print: control and bidi characters become visible."""

import unicodedata

_HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"}
_JOINERS = {"\u200c", "\u200d"}  # needed by Persian and by emoji; harmless in a terminal
_COMMAND = "##["
_BROKEN_COMMAND = "##\\u{5b}"


def visible(text: str) -> str:
    r"""Return ``text`` with every control, bidi and unassigned character written as ``\u{…}``.

    Line breaks become ``\n``, so that content never begins a line of ours. ``##[`` is broken, too:
    the runner of GitHub Actions takes it for a command anywhere in a line of its log.
    """
    if not text.isprintable():
        text = "".join(_show(character) for character in text)
    return text.replace(_COMMAND, _BROKEN_COMMAND) if _COMMAND in text else text


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
