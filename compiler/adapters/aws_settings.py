"""What AWS's ways of configuration say: credentials, region, endpoint, certificates.

Sessions and profiles are boto3's, so that whatever works for `aws s3 ls` works here. Where nothing
but the environment can say anything, it is read without boto3, which takes longer to import than
a publish that changes nothing takes in all.
"""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from compiler.ports.store import StoreError


class Keys(NamedTuple):
    """Credentials; ``token`` belongs to those that end."""

    access_key: str
    secret_key: str
    token: str | None


_PRINTABLE = re.compile(r"[ -~]+")


def checked(keys: Keys) -> Keys:
    """Return credentials. Raises StoreError for what the header of no request can hold."""
    for what, value in (("access key", keys.access_key), ("session token", keys.token)):
        if value is not None and not _PRINTABLE.fullmatch(value):
            raise StoreError(f"the {what} has a line break or a letter beside ASCII in it")
    return keys


@dataclass(frozen=True, slots=True)
class AwsSettings:
    """What is configured, None where nothing is; ``ca_bundle`` is the path of a file.

    ``keys`` returns the credentials as they are now, renewed where they had an end; it is None
    where there are none.
    """

    region: str | None
    endpoint: str | None
    ca_bundle: str | None
    keys: Callable[[], Keys] | None


def aws_settings() -> AwsSettings:
    """Return what is configured here.

    Raises StoreError for what cannot be used, such as a profile that is not there.
    """
    home = Path.home() / ".aws"
    files = any((home / name).exists() for name in ("config", "credentials"))
    plain = None if files else from_environment(os.environ)
    return plain or from_session()


def from_environment(environment: Mapping[str, str]) -> AwsSettings | None:
    """Return what the environment says, None where others may have a say as well.

    Raises StoreError for keys that no request can carry.
    """
    access_key, secret_key = (environment.get(name) for name in _KEYS)
    if not access_key or not secret_key or any(name in environment for name in _OTHERS):
        return None
    keys = checked(Keys(access_key, secret_key, _first(environment, _TOKENS)))
    return AwsSettings(
        region=_first(environment, _REGIONS),
        endpoint=_first(environment, _ENDPOINTS),
        ca_bundle=_first(environment, _BUNDLES),
        keys=lambda: keys,
    )


_KEYS = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")
_TOKENS = ("AWS_SECURITY_TOKEN", "AWS_SESSION_TOKEN")
_REGIONS = ("AWS_DEFAULT_REGION",)
_ENDPOINTS = ("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL")
_BUNDLES = ("AWS_CA_BUNDLE",)
_OTHERS = (
    "AWS_PROFILE",
    "AWS_DEFAULT_PROFILE",
    "AWS_CONFIG_FILE",
    "AWS_SHARED_CREDENTIALS_FILE",
    "AWS_CREDENTIAL_EXPIRATION",
)
"""With these, files are read, or credentials have an end."""


def _first(environment: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((environment[name] for name in names if environment.get(name)), None)


def from_session() -> AwsSettings:
    """Return what a session of boto3 says. Raises StoreError for what cannot be used."""
    import boto3
    from botocore.configprovider import ConfiguredEndpointProvider
    from botocore.exceptions import BotoCoreError

    try:
        session = boto3.Session()
        found = session.get_credentials()
    except BotoCoreError as error:
        raise StoreError(f"the settings of AWS cannot be used: {error}") from error
    inner = session._session  # noqa: SLF001 - boto3 has no door to its configuration

    def keys() -> Keys:
        frozen = found.get_frozen_credentials()
        return checked(Keys(frozen.access_key, frozen.secret_key, frozen.token))

    return AwsSettings(
        region=session.region_name,
        endpoint=ConfiguredEndpointProvider(
            full_config=inner.full_config,
            scoped_config=inner.get_scoped_config(),
            client_name="s3",
        ).provide(),
        ca_bundle=inner.get_config_variable("ca_bundle"),
        keys=None if found is None else keys,
    )
