"""Connecting to an S3 service: whose credentials, which region and endpoint, through which proxy.

Sessions, profiles and credentials are boto3's, so that whatever works for `aws s3 ls` works here;
objects are carried by obstore, which takes a fifth of the time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import boto3
from botocore.configprovider import ConfiguredEndpointProvider
from botocore.exceptions import BotoCoreError
from obstore.store import S3Store

from compiler.ports.store import StoreError

if TYPE_CHECKING:
    from obstore.store import ClientConfig, RetryConfig, S3Config, S3Credential

TIMEOUT = timedelta(seconds=60)
"""A service lets racing writers wait for whole seconds before it says who won."""

_CONNECTING = timedelta(seconds=10)
_BELIEVED = timedelta(minutes=10)
"""How long credentials are used before the session is asked again; it renews them in time."""

_AWS = "https://s3.{region}.amazonaws.com"
_AWS_BY_HOST = "https://{bucket}.s3.{region}.amazonaws.com"
_ANYWHERE = "us-east-1"
"""What a service that knows no regions is told."""


@dataclass(frozen=True, slots=True)
class S3Access:
    """How a target reaches its buckets, as its settings say; None: as the environment says.

    ``path_style`` puts the bucket into the path of an address, not before its host; None: where
    an endpoint is named. ``kms_key`` is the key that objects are encrypted with.
    """

    region: str | None = None
    endpoint: str | None = None
    path_style: bool | None = None
    kms_key: str | None = None


@dataclass(frozen=True, slots=True)
class Connection:
    """A prefix of a bucket within reach, and where people find it; the service's address."""

    store: S3Store
    address: str
    endpoint: str


RETRIES: "RetryConfig" = {
    "max_retries": 5,
    "retry_timeout": timedelta(seconds=60),
    "backoff": {
        "init_backoff": timedelta(seconds=0.1),
        "max_backoff": timedelta(seconds=5),
        "base": 2,
    },
}
"""How often a request is tried again that was cut short, or answered with 5xx."""


def connect(
    bucket: str, prefix: str, access: S3Access, retries: "RetryConfig" = RETRIES
) -> Connection:
    """Make what talks to a bucket; nothing is sent yet.

    Raises StoreError where there are no credentials or no region.
    """
    session = _session()
    endpoint = access.endpoint or _endpoint(session)
    region = access.region or session.region_name or (_ANYWHERE if endpoint else None)
    if region is None:
        raise StoreError(
            f"no region is set for the bucket `{bucket}`:"
            " write `region` to the target, or set AWS_DEFAULT_REGION"
        )
    by_path = access.path_style if access.path_style is not None else endpoint is not None
    service = (endpoint or _AWS.format(region=region)).rstrip("/")
    config: S3Config = {
        "region": region,
        "endpoint": _address(endpoint, bucket, region, by_path=by_path),
        "virtual_hosted_style_request": not by_path,
        "checksum_algorithm": "SHA256",
    }
    if access.kms_key is not None:
        config["server_side_encryption"] = "aws:kms"
        config["sse_kms_key_id"] = access.kms_key
        config["sse_bucket_key_enabled"] = True
    store = S3Store(
        bucket,
        prefix=prefix or None,
        config=config,
        client_options=_client(session, service),
        retry_config=retries,
        credential_provider=_credentials(session, bucket),
    )
    return Connection(store, f"s3://{bucket}/{prefix}".rstrip("/"), service)


def _address(endpoint: str | None, bucket: str, region: str, *, by_path: bool) -> str:
    if endpoint is None:
        return (_AWS if by_path else _AWS_BY_HOST).format(bucket=bucket, region=region)
    if by_path:
        return endpoint.rstrip("/")
    scheme, _, host = endpoint.rstrip("/").partition("://")
    return f"{scheme}://{bucket}.{host}"


def _session() -> boto3.Session:
    try:
        return boto3.Session()
    except BotoCoreError as error:  # such as a profile that is not there
        raise StoreError(f"the settings of AWS cannot be used: {error}") from error


def _endpoint(session: boto3.Session) -> str | None:
    """Return the endpoint that the environment or the profile names for S3."""
    inner = session._session  # noqa: SLF001 - boto3 has no door to its configuration
    found: str | None = ConfiguredEndpointProvider(
        full_config=inner.full_config,
        scoped_config=inner.get_scoped_config(),
        client_name="s3",
    ).provide()
    return found


def _client(session: boto3.Session, service: str) -> "ClientConfig":
    options: ClientConfig = {
        "timeout": TIMEOUT,
        "connect_timeout": _CONNECTING,
        "allow_http": service.startswith("http://"),
    }
    bundle = session._session.get_config_variable("ca_bundle")  # noqa: SLF001 - as above
    if bundle:
        try:
            options["root_certificate"] = Path(bundle).read_bytes()
        except OSError as error:
            raise StoreError(
                f"the certificates `{bundle}` cannot be read: {error.strerror}"
            ) from error
    return options


def _credentials(session: boto3.Session, bucket: str) -> "Callable[[], S3Credential]":
    try:
        found = session.get_credentials()
    except BotoCoreError as error:
        raise StoreError(f"no credentials can be had for the bucket `{bucket}`: {error}") from error
    if found is None:
        raise StoreError(
            f"there are no credentials for the bucket `{bucket}`: set AWS_PROFILE,"
            " or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
        )

    def provide() -> "S3Credential":
        frozen = found.get_frozen_credentials()
        return {
            "access_key_id": frozen.access_key,
            "secret_access_key": frozen.secret_key,
            "token": frozen.token,
            "expires_at": datetime.now(UTC) + _BELIEVED,
        }

    return provide
