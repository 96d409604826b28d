"""Providers that other packages bring, by an entry point: found by name, and not believed blindly.

What goes wrong in one is its own failure and not a bug of ours: the run ends, and what was answered
before is kept.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from compiler.base.failure import UsageError
from compiler.base.suggest import did_you_mean
from compiler.base.visible import visible
from compiler.ports.translator import Reply, Request, Translator, TranslatorError, Usage

GROUP = "clientarea.translators"
"""The entry points by which other packages bring providers."""

_LONGEST_WORDS = 300


class OutsideTranslator:
    """A provider of another package; what it raises and returns is what the port says."""

    def __init__(self, name: str, inner: Translator) -> None:
        self._name, self._inner = name, inner

    def translate(self, request: Request) -> Reply:
        """Return the answers of a request. Raises BusyError and TranslatorError."""
        try:
            reply = self._inner.translate(request)
        except TranslatorError:
            raise
        except Exception as failure:
            raise TranslatorError(f"failed: {_words(failure)}") from failure
        if not _is_reply(reply):
            raise TranslatorError(f"answers with a `{type(reply).__name__}` that is no reply")
        return reply

    def close(self) -> None:
        """Let it close; what goes wrong then changes nothing."""
        with suppress(Exception):  # all answers have come
            self._inner.close()


def outside_translator(provider: str, ours: Iterable[str], access: object) -> OutsideTranslator:
    """Return the provider of another package. Raises UsageError where there is none to be used."""
    found = [*entry_points(group=GROUP, name=provider)]
    if not found:
        known = [*ours, *(one.name for one in entry_points(group=GROUP))]
        raise UsageError(f"there is no provider `{provider}`; {did_you_mean(provider, known)}")
    targets = sorted({one.value for one in found})
    if len(targets) > 1:
        said = " and ".join(f"`{one}`" for one in targets)
        raise UsageError(f"two packages bring a provider `{provider}`: {said}; remove one of them")
    return OutsideTranslator(provider, _made(provider, found[0], access))


def _made(provider: str, entry: EntryPoint, access: object) -> Translator:
    where = f"the provider `{provider}` (`{entry.value}`)"
    try:
        make: Callable[[Any], Any] = entry.load()
        made = make(access)
    except UsageError:
        raise
    except Exception as failure:
        raise UsageError(f"{where} cannot be used: {_words(failure)}") from failure
    if not all(callable(getattr(made, name, None)) for name in ("translate", "close")):
        raise UsageError(f"{where} returns a `{type(made).__name__}` that cannot `translate`")
    translator: Translator = made
    return translator


def _is_reply(reply: Any) -> bool:  # noqa: ANN401 - whatever another package returns
    if not isinstance(reply, Reply) or not isinstance(reply.usage, Usage):
        return False
    said: dict[Any, Any] = dict(reply.texts)
    return all(isinstance(text, str) for pair in said.items() for text in pair)


def _words(failure: Exception) -> str:
    said = visible(" ".join(str(failure).split()))[:_LONGEST_WORDS]
    return f"{type(failure).__name__}: {said}" if said else type(failure).__name__
