"""A provider whose words never have its key in them: services repeat what they were sent."""

from dataclasses import replace

from compiler.ports.translator import BusyError, Reply, Request, Translator, TranslatorError

_SHORTEST = 8
"""Characters of a key that are told from any other word."""
_HIDDEN = "…"


class RedactingTranslator:
    """Asks another provider; in what that says of a failure the key is hidden.

    An answer with the key in it is none: it would be written to the files.
    """

    def __init__(self, inner: Translator, key: str) -> None:
        self._inner, self._key = inner, key

    def translate(self, request: Request) -> Reply:
        """Return the answers of a request. Raises BusyError and TranslatorError."""
        try:
            reply = self._inner.translate(request)
        except BusyError as failure:
            raise BusyError(redacted(str(failure), self._key), failure.seconds) from failure
        except TranslatorError as failure:
            raise TranslatorError(redacted(str(failure), self._key)) from failure
        fault = redacted(reply.fault, self._key)
        texts = {key: text for key, text in reply.texts.items() if not self._has_key(text)}
        return replace(reply, texts=texts, fault=fault)

    def close(self) -> None:
        """Close the other."""
        self._inner.close()

    def _has_key(self, text: str) -> bool:
        return len(self._key) >= _SHORTEST and self._key in text


def redacted(words: str, key: str) -> str:
    """Return words without a key, nor the beginning of one at which they were cut off."""
    if len(key) < _SHORTEST:
        return words
    words = words.replace(key, _HIDDEN)
    for length in range(len(key) - 1, _SHORTEST - 1, -1):
        if words.endswith(key[:length]):
            return words[:-length] + _HIDDEN
    return words
