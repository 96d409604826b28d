"""What all records share: strict models that refuse unknown keys, and the types of their fields."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, GetCoreSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, core_schema

from compiler.base import locale_tag
from compiler.base.web_address import has_host_and_port


class Record(BaseModel):
    """A mapping as authors write it: nothing is coerced, nothing unknown is let through."""

    model_config: ClassVar[ConfigDict] = ConfigDict(
        strict=True, extra="forbid", frozen=True, validate_by_alias=True, validate_by_name=False
    )


class OpenSecretError(ValueError):
    """A text that may be a secret stands where only its address or hash may."""


class OtherFormError(ValueError):
    """A text is ``meant``, written in another form."""

    def __init__(self, words: str, meant: str) -> None:
        super().__init__(words)
        self.meant = meant


@dataclass(frozen=True, slots=True)
class Form:
    """The form a text must have, told to authors by the validator and to editors by the schema.

    ``pattern`` matches the whole text, in what Python and ECMAScript share; ``words`` continue the
    sentence "`key` …"; ``explain`` may say more of one text. ``normal`` brings a text into the form
    where it is that but for the way in which it is written; None where it is nothing of the kind.
    ``holds`` tells what no pattern can.
    """

    pattern: str
    words: str
    explain: Callable[[str], str] | None = None
    failure: type[ValueError] = ValueError
    normal: Callable[[str], str | None] | None = None
    holds: Callable[[str], bool] | None = None

    def __get_pydantic_core_schema__(
        self, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        matches = re.compile(self.pattern).fullmatch

        def check(text: str) -> str:
            if matches(text) is None or (self.holds is not None and not self.holds(text)):
                words = self.explain(text) if self.explain else self.words
                meant = self.normal(text) if self.normal else None
                if meant is not None and matches(meant):
                    raise OtherFormError(words, meant)
                raise self.failure(words)
            return text

        return core_schema.no_info_after_validator_function(check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: Any) -> dict[str, Any]:  # noqa: ANN401
        return {
            "type": "string",
            "pattern": f"^{self.pattern}$",
            "patternErrorMessage": self.words,  # shown by editors in place of the pattern
        }


def _normal_locale(tag: str) -> str | None:
    return locale_tag.canonical(tag.strip().replace("_", "-"))


def _explain_locale(tag: str) -> str:
    canonical = _normal_locale(tag)
    if canonical is None:
        return f"must be a locale such as `es` or `es-MX`, not `{tag}`"
    return f"must be written `{canonical}`, not `{tag}`"


def _normal_stamp(stamp: str) -> str | None:
    tag, _, fingerprint = stamp.partition("@")
    locale = _normal_locale(tag)
    return None if locale is None else f"{locale}@{fingerprint.strip().lower()}"


def _normal_fingerprint(text: str) -> str:
    """Return a fingerprint as OpenSSL prints it: in pairs, whatever stands before it or between."""
    digits = re.sub(r"[:\s]", "", text.rpartition("=")[2]).upper()
    return ":".join(digits[at : at + 2] for at in range(0, len(digits), 2))


def _date(value: object) -> object:
    if not isinstance(value, str):
        raise ValueError(_DATE_WORDS)  # noqa: TRY004 - pydantic wants a ValueError
    if not re.fullmatch(_DATE, value, re.ASCII):
        raise ValueError(_DATE_WORDS)
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"must be a day that exists, not {value}") from None


_DATE = r"\d{4}-\d{2}-\d{2}"
_DATE_WORDS = "must be a date such as 2027-01-31"
_LOCALE = (
    r"([a-z]{2,3}|[a-z]{5,8})(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?"
    r"(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
)
_REFERENCE_WORDS = (
    "must be a reference (`env:NAME`, `aws-sm:…`, `ssm:…`, `vault:…`), never a secret"
)

NAME = r"[A-Za-z0-9_-]{1,100}"
"""What names and each part of a label are made of."""

Name = Annotated[str, Form(NAME, "must be letters, digits, `-` and `_`, at most 100 of them")]
"""The name of an area, owner, banner, document, level or status."""

LocaleTag = Annotated[
    str,
    Form(
        _LOCALE,
        "must be a locale such as `es` or `es-MX`",
        _explain_locale,
        normal=_normal_locale,
    ),
]
"""A BCP 47 tag as CLDR writes it."""

Stamp = Annotated[
    str,
    Form(
        rf"{_LOCALE}@[0-9a-f]{{8}}",
        "must be a locale and a fingerprint: `en@3f9a1c2e`",
        normal=_normal_stamp,
    ),
]
"""Which source a translation was made from: ``en@3f9a1c2e``."""

IsoDate = Annotated[
    dt.date,
    BeforeValidator(_date),
    WithJsonSchema(
        {
            "type": "string",
            "format": "date",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "patternErrorMessage": _DATE_WORDS,
        }
    ),
]
"""A day, written 2027-01-31."""

OneLine = Annotated[str, Form(r"[^\r\n]+", "must be one line of text")]
"""Plain text of one line that is not empty."""

Line = Annotated[str, Form(r"[^\r\n]*", "must be one line of text")]
"""Plain text of one line; where it is empty, it is still to be written."""

FileName = Annotated[str, Form(r"[^/\\\r\n]+", "must be the name of a file beside this one")]
"""The name of a file in the same folder."""

SecretReference = Annotated[
    str,
    Form(
        r"(env|aws-sm|ssm|vault):[A-Za-z0-9_./+=@-]+(:[A-Za-z0-9_./+=@-]+)*",
        _REFERENCE_WORDS,
        failure=OpenSecretError,
    ),
]
"""The address of a secret, never the secret."""

Verifier = Annotated[
    str,
    Form(
        r"sha256:[0-9a-f]{64}",
        "must be `sha256:` and 64 hex digits, as `credential new` writes it, never the secret",
        failure=OpenSecretError,
    ),
]
"""The SHA-256 of a secret, by which another system recognises it."""

CertificateFingerprint = Annotated[
    str,
    Form(
        r"[0-9A-F]{2}(:[0-9A-F]{2}){31}",
        "must be a SHA-256 fingerprint: 32 pairs of upper-case hex digits with `:` between",
        normal=_normal_fingerprint,
    ),
]
"""The SHA-256 fingerprint of a certificate, in upper-case pairs."""


Url = Annotated[
    str,
    Form(
        r"https?://[^\s/?#@]+([/?#][^\s]*)?",
        "must be an address that begins with `https://` or `http://`, without user or password",
        holds=has_host_and_port,
    ),
]
"""An absolute http or https address; who calls it is no part of it."""

JsonObject = dict[str, Any]
"""A JSON object whose keys the content chooses."""
