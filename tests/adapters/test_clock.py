from datetime import UTC, datetime, timedelta

from compiler.adapters.clock import SystemClock


def test_time_is_utc_and_now() -> None:
    now = SystemClock().now()
    assert now.tzinfo is UTC
    assert abs(now - datetime.now(UTC)) < timedelta(minutes=1)


def test_nonces_are_32_hex_digits_and_differ() -> None:
    clock = SystemClock()
    nonces = {clock.nonce() for _ in range(100)}
    assert len(nonces) == 100
    assert all(len(bytes.fromhex(nonce)) == 16 for nonce in nonces)
