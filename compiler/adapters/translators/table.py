"""The table of providers: what each needs of an integration, and what it is made from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from compiler.adapters.translators.outside import outside_translator
from compiler.adapters.translators.redacting import RedactingTranslator
from compiler.base.failure import UsageError
from compiler.ports.translator import Translator


@dataclass(frozen=True, slots=True)
class Access:
    """What a provider is made from; ``key`` is the secret itself, which nobody prints.

    ``local`` says that the address is on this machine. ``options`` are the integration's own.
    """

    name: str
    model: str | None
    address: str | None
    key: str | None = field(repr=False)
    seconds: int
    local: bool = False
    options: Mapping[str, Any] = field(default_factory=dict)


Make = Callable[[Access], Translator | None]
"""Makes a provider; None where there is nobody to be asked beside the memory."""


def translator(provider: str, access: Access) -> Translator | None:
    """Return a provider by name. Raises UsageError where there is none, or it lacks something."""
    make = TRANSLATORS.get(provider)
    made = outside_translator(provider, TRANSLATORS, access) if make is None else make(access)
    return made if made is None or not access.key else RedactingTranslator(made, access.key)


def _openai(access: Access) -> Translator:
    if access.model is None:
        raise UsageError(f"`integrations.{access.name}` names no `model`")
    try:
        from compiler.adapters.translators.openai import ADDRESS, OpenAiTranslator
    except ImportError as error:
        raise UsageError(
            "the provider `openai` needs the extra `ai`: `pip install 'clientarea[ai]'`"
        ) from error
    return OpenAiTranslator(
        access.model,
        access.address or ADDRESS,
        access.key,
        seconds=access.seconds,
        local=access.local,
        options=access.options,
    )


def _pseudo(_: Access) -> Translator:
    from compiler.adapters.translators.pseudo import PseudoTranslator

    return PseudoTranslator()


def _memory(_: Access) -> None:
    """Make nobody: the memory is asked before any provider is."""


TRANSLATORS: Mapping[str, Make] = {"openai": _openai, "pseudo": _pseudo, "memory": _memory}
"""Every provider of our own by its name."""

OFFLINE = frozenset({"pseudo", "memory"})
"""Providers that need nothing of clientarea.yaml, and ask nobody."""
