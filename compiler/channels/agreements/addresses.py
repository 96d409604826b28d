"""What a reader of paper gets to see of a link."""

from compiler.richtext.allowed import URL_SCHEMES


def shown_address(address: str, words: str) -> str | None:
    """Return the address to print behind the words of a link, as plain text does.

    None where the words say it already, or where nobody could type it.
    """
    scheme, colon, _ = address.partition(":")
    plain = address.removeprefix("mailto:").removeprefix("tel:")
    readable = not colon or scheme.lower() in URL_SCHEMES or "/" in scheme
    return plain if readable and plain not in {"", words} and not address.startswith("#") else None
