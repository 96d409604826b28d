"""What XML can hold: it has no way to write most control characters."""

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def fits_xml(*texts: str) -> bool:
    """Tell whether XML can hold all of these."""
    return not any(map(_FORBIDDEN.search, texts))


def forbidden_in_xml(text: str) -> int | None:
    """Return where the first character stands that XML cannot hold, None without one."""
    found = _FORBIDDEN.search(text)
    return None if found is None else found.start()


def xml_text(text: str) -> str:
    """Return a text with a space for each character that XML cannot hold."""
    return _FORBIDDEN.sub(" ", text)
