"""The settings of buckets that a target needs, as the consoles and tools of S3 take them."""

from collections.abc import Mapping
from typing import Any

_VERSION = "2012-10-17"
_SERVED = ("live", "objects", "assets", "probe")
"""The folders of the public side that readers read; `store-test` writes to the last."""


def bucket_policies(public: str, private: str, kms_key: str | None) -> dict[str, Any]:
    """Return what to set, by what it is for; the addresses are ``s3://bucket/prefix``."""
    return {
        "publisher (IAM policy of whoever publishes)": _publisher([public, private], kms_key),
        "readers (policy of the public bucket)": _readers(public),
        "origins (CORS of the public bucket)": _ORIGINS,
    }


def _publisher(sides: list[str], kms_key: str | None) -> Mapping[str, Any]:
    statements = [
        _allow(["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], [f"{_arn(one)}*"])
        for one in sides
    ]
    for one in sides:
        bucket, _, prefix = one.removeprefix("s3://").partition("/")
        wanted = f"{prefix}/*" if prefix else "*"
        listing = _allow(["s3:ListBucket"], [f"arn:aws:s3:::{bucket}"])
        statements.append({**listing, "Condition": {"StringLike": {"s3:prefix": [wanted]}}})
    if kms_key is not None:
        statements.append(_allow(["kms:GenerateDataKey", "kms:Decrypt"], [kms_key]))
    return {"Version": _VERSION, "Statement": statements}


def _readers(public: str) -> Mapping[str, Any]:
    resources = [f"{_arn(public)}{folder}/*" for folder in _SERVED]
    return {
        "Version": _VERSION,
        "Statement": [{**_allow(["s3:GetObject"], resources), "Principal": "*"}],
    }


_ORIGINS = [
    {
        "AllowedOrigins": ["*"],
        "AllowedMethods": ["GET", "HEAD"],
        "AllowedHeaders": ["*"],
        "ExposeHeaders": ["ETag"],
        "MaxAgeSeconds": 86400,
    }
]


def _allow(actions: list[str], resources: list[str]) -> dict[str, Any]:
    return {"Effect": "Allow", "Action": actions, "Resource": resources}


def _arn(address: str) -> str:
    """Return the ARN of what lies below an address, up to the slash."""
    return f"arn:aws:s3:::{address.removeprefix('s3://').rstrip('/')}/"
