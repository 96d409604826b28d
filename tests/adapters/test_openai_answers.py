"""The adapter of OpenAI's protocol: pauses that are asked for, answers that are none."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from compiler.adapters.translators.openai import OpenAiTranslator
from compiler.ports.translator import (
    BusyError,
    Question,
    Reply,
    Request,
    Topic,
    TranslatorError,
    Usage,
)
from compiler.translate.prompt import estimated
from tests.servers.chat import Chat, chat_answer, chat_service

REQUEST = Request("1", "en", "es", (Topic("texts/a", (Question("1", "⟦#1⟧Pay now"),)),))


@pytest.fixture(scope="module")
def running() -> Iterator[Chat]:
    with chat_service() as chat:
        yield chat


@pytest.fixture
def chat(running: Chat) -> Chat:
    running.answered.clear()
    running.always = None
    return running


def asked(chat: Chat, status: int, headers: dict[str, str], body: bytes = b"{}") -> Reply:
    chat.always = lambda *_: (status, headers, body)
    provider = OpenAiTranslator("m", chat.address, "sk-x", seconds=20, local=True)
    try:
        return provider.translate(REQUEST)
    finally:
        provider.close()


def pause(chat: Chat, headers: dict[str, str]) -> float | None:
    with pytest.raises(BusyError) as caught:
        asked(chat, 429, headers)
    return caught.value.seconds


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"Retry-After": "7"}, 7.0),
        ({"Retry-After": " 0.5 "}, 0.5),
        ({"Retry-After": "0"}, 0.0),
        ({"Retry-After": "7", "Retry-After-Ms": "1500"}, 1.5),
        ({"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0.0),
        ({"Retry-After": "Wed, 21 Oct 2015 07:28:00"}, None),
        ({"Retry-After": "Wed, 99 Oct 2015 07:28:00 GMT"}, None),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "-1"}, None),
        ({"Retry-After": "nan"}, None),
        ({"Retry-After": "\xb2"}, None),  # a digit, and no number
        ({"Retry-After": "9" * 400}, None),
    ],
)
def test_how_long_a_provider_wants_to_be_left_alone(
    chat: Chat, headers: dict[str, str], seconds: float | None
) -> None:
    assert pause(chat, headers) == seconds


def test_until_when_a_provider_wants_to_be_left_alone(chat: Chat) -> None:
    until = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    seconds = pause(chat, {"Retry-After": until})
    assert seconds is not None
    assert 3300 < seconds <= 3600


def body_of(message: Any) -> bytes:
    return json.dumps({"choices": [{"message": message}]}).encode()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"no JSON",
        b"\xff\xfe",
        b"null",
        b"[]",
        b'"text"',
        b'{"choices": []}',
        b'{"choices": {"0": 1}}',
        b'{"choices": ["x"]}',
        b'{"choices": [null]}',
        body_of("just a text"),
        body_of(None),
        b"[" * 100_000,
    ],
)
def test_what_is_no_answer_of_a_chat(chat: Chat, body: bytes) -> None:
    assert asked(chat, 200, {}, body) == Reply(fault="the answer is not that of a chat")


@pytest.mark.parametrize(
    "content", [None, 7, ["x"], {"a": 1}, "[" * 100_000, '{"translations": 1}']
)
def test_a_chat_that_answers_something_else(chat: Chat, content: Any) -> None:
    reply = asked(chat, 200, {}, body_of({"content": content}))
    assert (dict(reply.texts), reply.fault) == ({}, "the answer is not the JSON that was asked for")


def test_a_refusal(chat: Chat) -> None:
    reply = asked(chat, 200, {}, body_of({"content": None, "refusal": "I will\x1b[31m not"}))
    assert reply.fault.startswith("the model refuses: I will")
    assert "\x1b" not in reply.fault


RIGHT = {"1": "⟦#1⟧Pague ahora"}


@pytest.mark.parametrize(
    "content",
    [
        'The key {1} is "Pay now".\n{"translations": [{"key": "1", "text": "⟦#1⟧Pague ahora"}]} {}',
        '<think>{"text": "Pay"} or {}?</think>{"translations": [{"key": 1, "text": "⟦#1⟧Pague ahora"}]}',
    ],
)
def test_a_model_that_thinks_aloud(chat: Chat, content: str) -> None:
    assert dict(asked(chat, 200, {}, chat_answer({}, content=content)).texts) == RIGHT


def test_braces_without_end_are_not_all_tried(chat: Chat) -> None:
    reply = asked(chat, 200, {}, chat_answer({}, content='{"a":' * 200_000))
    assert reply.fault == "the answer is not the JSON that was asked for"


@pytest.mark.parametrize(
    ("status", "body", "words"),
    [
        (400, b'{"error": {"message": "no\\u001b[2J such model"}}', "refuses (400): no"),
        (400, b'{"error": "no such model"}', "refuses (400): no such model"),
        (404, b'{"detail": "Not Found"}', "refuses (404): Not Found"),
        (404, b'{"detail": [{"loc": "body"}]}', "refuses (404)"),
        (404, b"<html>Not Found</html>", "refuses (404)"),
        (503, b"", "is busy (503)"),
    ],
)
def test_what_a_service_says_of_a_failure(chat: Chat, status: int, body: bytes, words: str) -> None:
    with pytest.raises(TranslatorError) as caught:
        asked(chat, status, {}, body)
    assert str(caught.value).startswith(words)
    assert "\x1b" not in str(caught.value)
    assert "Error code" not in str(caught.value)


GUESSED = Usage(estimated(REQUEST).sent, 15, estimated=True)


@pytest.mark.parametrize(
    ("usage", "counted"),
    [
        ({"prompt_tokens": 7, "completion_tokens": 3}, Usage(7, 3)),
        ({"prompt_tokens": -7, "completion_tokens": "3"}, GUESSED),
        ({"prompt_tokens": 10**400, "completion_tokens": 3}, GUESSED),
        (None, GUESSED),
        ([1], GUESSED),
    ],
    ids=["told", "strange", "too-many", "none", "list"],
)
def test_tokens_that_are_not_told_are_estimated(chat: Chat, usage: Any, counted: Usage) -> None:
    answer = {**json.loads(chat_answer(RIGHT)), "usage": usage}
    reply = asked(chat, 200, {}, json.dumps(answer).encode())
    assert (dict(reply.texts), reply.usage) == (RIGHT, counted)
