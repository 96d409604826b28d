"""What goes wrong with an S3 service, in one sentence for people: what failed, why, what to do."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from obstore.exceptions import BaseError

from compiler.ports.store import StoreError

_CODE = re.compile(r"<Code>([A-Za-z0-9.]+)</Code>")
_STATUS = re.compile(r"status code: ([0-9]{3})")

_REASONS = {
    "NoSuchBucket": "there is no such bucket",
    "AccessDenied": "these credentials may not do that; `clientarea store-test` prints the policy",
    "InvalidAccessKeyId": "the service does not know this access key",
    "SignatureDoesNotMatch": "the secret key is not the one of this access key",
    "ExpiredToken": "the credentials have expired; get new ones and run again",
    "RequestTimeTooSkewed": "the clock of this machine differs too much from that of the service",
    "SlowDown": "the service asks for fewer requests; try again later",
    "PermanentRedirect": "the bucket is in another region or at another endpoint",
    "AuthorizationHeaderMalformed": "the bucket is in another region: set `region` of the target",
    "QuotaExceeded": "the space that the service allows is used up",
    "XAmzContentSHA256Mismatch": "the bytes were altered on the way",
    "BadDigest": "the bytes were altered on the way",
    "KMS.DisabledException": "the key for encryption is disabled",
    "KMS.NotFoundException": "there is no such key for encryption",
}
"""By error code of the service, as S3 API Reference, "Error responses" lists them."""

_KINDS = {
    "FileNotFoundError": "there is no such bucket",
    "PermissionDeniedError": "these credentials may not do that",
    "UnauthenticatedError": "the service does not take these credentials",
}
"""By error of the client, where the service gave no code: an answer to a HEAD has none."""

Failure = (BaseError, FileNotFoundError)
"""What the client raises. An object that is not there is FileNotFoundError."""


def code_of(error: BaseException) -> str | None:
    """Return the service's error code, None where it gave none."""
    match = _CODE.search(str(error))
    return match[1] if match else None


def status_of(error: BaseException) -> int | None:
    """Return the status of the service's answer, None where there was no answer."""
    match = _STATUS.search(str(error))
    return int(match[1]) if match else None


@contextmanager
def in_words(what: str, where: str) -> Iterator[None]:
    """Raise StoreError for whatever the client raises; ``what`` was tried with ``where``."""
    try:
        yield
    except Failure as error:
        raise StoreError(f"cannot {what} `{where}`: {reason(error)}") from error


def reason(error: BaseException) -> str:
    """Say why, without addresses that were signed and without the client's own words for itself."""
    code, status = code_of(error), status_of(error)
    known = _REASONS.get(code or "") or _KINDS.get(type(error).__name__)
    if known is not None:
        return known
    if code is not None:
        return f"the service says {code}"
    if status is not None:
        return f"the service answers {status}"
    return next((words for kind, words in _WIRE.items() if kind in str(error)), "it failed")


_WIRE = {
    "External AWS credential provider": "no credentials can be had for it",
    "kind: Timeout": "the service does not answer in time",
    "kind: Connect": "the service cannot be reached",
    "kind: ": "the connection was cut",
}
"""By what the client says of itself, where there was no answer."""
