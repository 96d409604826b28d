"""What all records share: strict models that refuse unknown keys, and the types of their fields."""

import datetime as dt
import re
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints

from compiler.base import locale_tag


class Record(BaseModel):
    """A mapping as authors write it: nothing is coerced, nothing unknown is let through."""

    model_config: ClassVar[ConfigDict] = ConfigDict(
        strict=True, extra="forbid", frozen=True, validate_by_alias=True, validate_by_name=True
    )


def _locale(tag: str) -> str:
    canonical = locale_tag.canonical(tag)
    if canonical is None:
        raise ValueError(f"`{tag}` is no locale; write a BCP 47 tag such as `es` or `es-MX`")
    if canonical != tag:
        raise ValueError(f"write this locale as `{canonical}`")
    return tag


def _date(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return dt.date.fromisoformat(value)
    if isinstance(value, str):
        raise ValueError("write a date as `2027-01-31`")
    return value


def _one_line(text: str) -> str:
    if "\n" in text or "\r" in text:
        raise ValueError("must be one line")
    return text


_REFERENCE = re.compile(r"(env|aws-sm|ssm|vault):[A-Za-z0-9_./+=@-]+(:[A-Za-z0-9_./+=@-]+)*")


def _secret_reference(text: str) -> str:
    if not _REFERENCE.fullmatch(text):
        raise ValueError("must be a reference (`env:NAME`, `aws-sm:…`, `ssm:…`, `vault:…`), never a secret")
    return text


def _verifier(text: str) -> str:
    if not re.fullmatch(r"sha256:[0-9a-f]{64}", text):
        raise ValueError("must be `sha256:` and 64 hex digits, as `credential new` writes it")
    return text


def _fingerprint(text: str) -> str:
    if not re.fullmatch(r"[0-9A-F]{2}(:[0-9A-F]{2}){31}", text):
        raise ValueError("must be a SHA-256 fingerprint: 32 pairs of hex digits with `:` between")
    return text


def _url(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s/?#]+[^\s]*", text):
        raise ValueError("must be an address that begins with `https://` or `http://`")
    return text


NAME_PATTERN = r"^[A-Za-z0-9_-]+$"

Name = Annotated[str, StringConstraints(pattern=NAME_PATTERN, max_length=100)]
"""The name of an area, owner, banner, document, level or status."""

LocaleTag = Annotated[str, AfterValidator(_locale)]
"""A BCP 47 tag as CLDR writes it."""

IsoDate = Annotated[dt.date, BeforeValidator(_date)]
"""A day, written 2027-01-31."""

OneLine = Annotated[str, StringConstraints(min_length=1), AfterValidator(_one_line)]
"""Plain text of one line that is not empty."""

SecretReference = Annotated[str, AfterValidator(_secret_reference)]
"""The address of a secret, never the secret."""

Verifier = Annotated[str, AfterValidator(_verifier)]
"""The SHA-256 of a secret, by which another system recognises it."""

CertificateFingerprint = Annotated[str, AfterValidator(_fingerprint)]
"""The SHA-256 fingerprint of a certificate, in upper-case pairs."""

Url = Annotated[str, AfterValidator(_url)]
"""An absolute http or https address."""

JsonObject = dict[str, Any]
"""A JSON object whose keys the content chooses."""
