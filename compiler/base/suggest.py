"""The nearest known word to one that nobody knows, for hints."""

from collections.abc import Iterable

_SLIPS_FROM = 3
"""Of shorter words any other is one slip away."""


def nearest(word: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """Return the known word that ``word`` was probably meant to be, or None.

    ``likeness`` is the ratio of `difflib.SequenceMatcher` that is enough, 0 to 1.
    """
    import difflib  # noqa: PLC0415 - wanted only when something is misspelt

    by_folded = {name.casefold(): name for name in known}
    found = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=likeness)
    return by_folded[found[0]] if found else None


def is_slip(word: str, meant: str) -> bool:
    """Tell whether a word is another but for its case, hyphens, or one slip of a finger.

    That is a letter too many, one too few, another one, or two in turn.
    """
    one, other = (text.casefold().replace("-", "_") for text in (word, meant))
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) > 1 or len(shorter) < _SLIPS_FROM:
        return one == other
    if len(shorter) < len(longer):
        return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
    differing = [at for at, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    if len(differing) <= 1:
        return True
    first = differing[0]
    return differing == [first, first + 1] and sorted(one) == sorted(other)


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Return "did you mean `…`?" for the nearest known word, or a list of a few, or None."""
    known = sorted(known)
    near = nearest(word, known)
    if near is not None:
        return f"did you mean `{near}`?"
    if not known:
        return None
    shown = ", ".join(f"`{name}`" for name in known[:12])
    return f"known: {shown}{', …' if len(known) > 12 else ''}"  # noqa: PLR2004
