"""Connecting to an S3 service: whose credentials, which region and endpoint, through which proxy.

Objects are carried by obstore, which takes a fifth of the time that boto3 takes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from obstore.store import S3Store

from compiler.adapters.aws_settings import AwsSettings, aws_settings
from compiler.adapters.s3_fitness import check_endpoint, check_region
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

    Raises StoreError where there are no credentials or no region, and for what cannot be used.
    """
    settings = aws_settings()
    endpoint = access.endpoint or settings.endpoint
    region = access.region or settings.region or (_ANYWHERE if endpoint else None)
    if region is None:
        raise StoreError(
            f"no region is set for the bucket `{bucket}`:"
            " write `region` to the target, or set AWS_DEFAULT_REGION"
        )
    check_region(region)
    by_path = access.path_style if access.path_style is not None else endpoint is not None
    if endpoint is not None:
        check_endpoint(endpoint, by_path=by_path)
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
    try:
        store = S3Store(
            bucket,
            prefix=prefix or None,
            config=config,
            client_options=_client(settings, service),
            retry_config=retries,
            credential_provider=_credentials(settings, bucket),
        )
    except ValueError as error:  # such as a file of certificates without any
        said = str(error).partition("\n")[0]
        raise StoreError(f"the settings for `{bucket}` cannot be used: {said}") from error
    return Connection(store, f"s3://{bucket}/{prefix}".rstrip("/"), service)


def _address(endpoint: str | None, bucket: str, region: str, *, by_path: bool) -> str:
    if endpoint is None:
        return (_AWS if by_path else _AWS_BY_HOST).format(bucket=bucket, region=region)
    if by_path:
        return endpoint.rstrip("/")
    scheme, _, host = endpoint.rstrip("/").partition("://")
    return f"{scheme}://{bucket}.{host}"


def _client(settings: AwsSettings, service: str) -> "ClientConfig":
    options: ClientConfig = {
        "timeout": TIMEOUT,
        "connect_timeout": _CONNECTING,
        "allow_http": service.startswith("http://"),
    }
    bundle = settings.ca_bundle
    if bundle:
        try:
            options["root_certificate"] = Path(bundle).read_bytes()
        except OSError as error:
            raise StoreError(
                f"the certificates `{bundle}` cannot be read: {error.strerror}"
            ) from error
    return options


def _credentials(settings: AwsSettings, bucket: str) -> "Callable[[], S3Credential]":
    keys = settings.keys
    if keys is None:
        raise StoreError(
            f"there are no credentials for the bucket `{bucket}`: set AWS_PROFILE,"
            " or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
        )

    def provide() -> "S3Credential":
        now = keys()
        return {
            "access_key_id": now.access_key,
            "secret_access_key": now.secret_key,
            "token": now.token,
            "expires_at": datetime.now(UTC) + _BELIEVED,
        }

    return provide
