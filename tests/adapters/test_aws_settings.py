"""What the environment says is what a session of boto3 says of it, in a fraction of the time."""

import subprocess
import sys
from pathlib import Path

import pytest

from compiler.adapters.aws_settings import aws_settings, from_environment, from_session

KEYS = {"AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "words"}
ENVIRONMENTS: list[dict[str, str]] = [
    KEYS,
    {**KEYS, "AWS_SESSION_TOKEN": "token"},
    {**KEYS, "AWS_SECURITY_TOKEN": "old token"},
    {**KEYS, "AWS_SESSION_TOKEN": "token", "AWS_SECURITY_TOKEN": "old token"},
    {**KEYS, "AWS_DEFAULT_REGION": "eu-central-1"},
    {**KEYS, "AWS_REGION": "eu-central-1"},
    {**KEYS, "AWS_ENDPOINT_URL": "http://one.example"},
    {**KEYS, "AWS_ENDPOINT_URL": "http://one.example", "AWS_ENDPOINT_URL_S3": "http://s3.example"},
    {**KEYS, "AWS_CA_BUNDLE": "/etc/ssl/certs.pem"},
    {**KEYS, "AWS_DEFAULT_REGION": ""},
]
ASKED_OF_BOTO3: list[dict[str, str]] = [
    {},
    {"AWS_ACCESS_KEY_ID": "AKIDEXAMPLE"},
    {**KEYS, "AWS_PROFILE": "acme"},
    {**KEYS, "AWS_PROFILE": ""},
    {**KEYS, "AWS_CONFIG_FILE": "/etc/aws"},
    {**KEYS, "AWS_CREDENTIAL_EXPIRATION": "2099-01-01T00:00:00Z"},
]


@pytest.fixture(autouse=True)
def _nobody_at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_the_environment_says_what_a_session_says(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    plain, session = from_environment(environment), from_session()
    assert plain is not None
    assert plain.keys is not None
    assert session.keys is not None
    assert plain.keys() == session.keys()
    assert (plain.region or None, plain.endpoint, plain.ca_bundle) == (
        session.region or None,
        session.endpoint,
        session.ca_bundle,
    )


@pytest.mark.parametrize("environment", ASKED_OF_BOTO3)
def test_where_others_have_a_say_a_session_is_asked(environment: dict[str, str]) -> None:
    assert from_environment(environment) is None


def test_a_file_in_the_home_has_a_say(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    assert aws_settings().region is None
    (tmp_path / ".aws").mkdir()
    (tmp_path / ".aws/config").write_text("[default]\nregion = eu-west-1\n", encoding="utf-8")
    assert aws_settings().region == "eu-west-1"


def test_keys_in_the_environment_need_neither_boto3_nor_models(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom compiler.adapters.s3_client import S3Access, connect\n"
        "connect('bucket', '', S3Access(endpoint='http://127.0.0.1:9'))\n"
        "sys.exit(bool({'boto3', 'pydantic'} & sys.modules.keys()))\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, env={**KEYS, "HOME": str(tmp_path)})
