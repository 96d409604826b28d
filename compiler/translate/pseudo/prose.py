"""A line or rich text of an entity in a pseudo-locale: addresses, code, tags, Jinja stay."""

import re
from collections.abc import Callable

from compiler.messages.pseudo import PSEUDO, frame
from compiler.translate.markdown import JINJA, blocks_of, masked_markdown
from compiler.translate.masking import Masked, marked_parts, unmasked

_JINJA = re.compile(JINJA, re.DOTALL)
_PRIVATE_USE = tuple(map(chr, range(0xE000, 0xF900)))


def pseudo_line(text: str, locale: str, limit: int | None = None) -> str:
    """Return one line in a pseudo-locale; ``limit`` is the most characters that it may have."""
    pseudo = PSEUDO[locale]

    def changed(whole: str) -> str:
        masked = masked_markdown(whole)
        if not masked.says_something:
            return whole
        said = _changed(masked, pseudo.words)
        room = None if limit is None else limit - len(said)
        if room is not None and room < 0:
            return whole
        shown = "".join(part for is_mark, part in marked_parts(masked.text) if not is_mark)
        before, after = frame(shown.strip(), room) if pseudo.framed else ("", "")
        inner = said.strip()
        start = said.index(inner)
        return f"{said[:start]}{before}{inner}{after}{said[start + len(inner) :]}"

    return _beside_jinja(text, changed)


def pseudo_prose(text: str, locale: str) -> str:
    """Return rich text in a pseudo-locale; its words alone grow, as its lines have a meaning."""
    change = PSEUDO[locale].prose

    def changed(whole: str) -> str:
        blocks = ((before, masked_markdown(words)) for before, words in blocks_of(whole))
        return "".join(before + _changed(masked, change) for before, masked in blocks)

    return _beside_jinja(text, changed)


def _beside_jinja(text: str, change: Callable[[str], str]) -> str:
    """Change a text with one sign in place of each statement of Jinja, which may span blocks."""
    sign = next((one for one in _PRIVATE_USE if one not in text), "")
    if not sign:
        return text
    statements = iter(_JINJA.findall(text))
    return re.sub(sign, lambda _: next(statements), change(_JINJA.sub(sign, text)))


def _changed(masked: Masked, change: Callable[[str], str]) -> str:
    """Return a text with all but its marks changed."""
    parts = marked_parts(masked.text)
    return unmasked(masked, "".join(part if is_mark else change(part) for is_mark, part in parts))
