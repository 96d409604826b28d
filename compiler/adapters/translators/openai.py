"""The provider `openai`, and every service that speaks its protocol at another address."""

import json
import re
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, TypeGuard

import openai

from compiler.base.visible import visible
from compiler.ports.translator import BusyError, Reply, Request, TranslatorError, Usage
from compiler.translate.prompt import ANSWER_SCHEMA, chat_of, estimated, reply_of, tokens_of

ADDRESS = "https://api.openai.com/v1"
_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?")
_LARGEST = 8_000_000
_LONGEST_WORDS = 300
_MOST_TOKENS = 1_000_000_000
_TRY_AGAIN = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 520, 522, 524, 529})
_TRANSPORTS = frozenset({"httpcore", "httpcore2", "httpx", "httpx2"})
"""Libraries whose own errors may come through: those of an answer that ends before its end."""

_UNKNOWN = (400, 422)
_NO_MONEY = "insufficient_quota"
_OURS = ("messages", "model", "stream", "n", "tools", "response_format")
_SENT = frozenset(
    {
        "accept",
        "accept-encoding",
        "authorization",
        "connection",
        "content-length",
        "content-type",
        "host",
        "idempotency-key",
        "transfer-encoding",
        "user-agent",
        "x-stainless-raw-response",  # by which the library knows that the answer is read here
    }
)
"""Headers that are sent; what else the environment would add is not for every address."""

_FORMATS: tuple[Mapping[str, Any], ...] = (
    {
        "type": "json_schema",
        "json_schema": {"name": "translations", "strict": True, "schema": ANSWER_SCHEMA},
    },
    {"type": "json_object"},
    {},
)
"""Forms of an answer that are asked for, the strictest first: not every service has them all."""


class OpenAiTranslator:
    """Asks a chat model for translations; one try each, others decide about the next."""

    def __init__(
        self,
        model: str,
        address: str,
        key: str | None,
        *,
        seconds: int = 60,
        local: bool = False,
        options: Mapping[str, Any] | None = None,
    ) -> None:
        http = openai.DefaultHttpxClient(
            follow_redirects=False,  # an answer must not lead a key elsewhere
            trust_env=not local,
            event_hooks={"request": [_only_ours]},
        )
        self._client = openai.OpenAI(
            api_key=key or "none",
            base_url=address,
            timeout=float(seconds),
            max_retries=0,
            http_client=http,
        )
        self._model, self._seconds = model, seconds
        self._options = {k: v for k, v in (options or {}).items() if k not in _OURS}
        self._format = 0

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def translate(self, request: Request) -> Reply:
        """Return the answers of a model. Raises BusyError and TranslatorError."""
        try:
            return self._reply(request, self._asked(request))
        except openai.APITimeoutError as failure:
            raise BusyError(f"did not answer within {self._seconds} seconds") from failure
        except openai.APIConnectionError as failure:
            reason = visible(str(failure.__cause__ or failure))[:_LONGEST_WORDS]
            raise BusyError(f"cannot be reached: {reason}") from failure
        except openai.APIStatusError as failure:
            return self._failed(request, failure)
        except Exception as failure:
            if type(failure).__module__.partition(".")[0] not in _TRANSPORTS:
                raise
            raise _broken_off(failure) from failure

    def _asked(self, request: Request) -> bytes:
        until = time.monotonic() + self._seconds
        form = _FORMATS[self._format]
        body = {**self._options, **({"response_format": form} if form else {})}
        create = self._client.chat.completions.with_streaming_response.create
        messages: Any = chat_of(request)
        headers = {"Idempotency-Key": request.id}
        with create(
            model=self._model, messages=messages, extra_body=body, extra_headers=headers
        ) as answer:
            if answer.headers.get("content-type", "").startswith("text/html"):
                raise TranslatorError("answers with a page for people; see `base_url`")
            return b"".join(self._bytes(answer.iter_bytes(), until))

    def _bytes(self, parts: Iterator[bytes], until: float) -> Iterator[bytes]:
        """Yield an answer as long as it comes in time: one drop now and then is none."""
        size = 0
        for part in _unbroken(parts):
            size += len(part)
            if time.monotonic() > until:
                raise BusyError(f"did not answer within {self._seconds} seconds")
            if size > _LARGEST:
                raise TranslatorError("answers with more than 8 MB")
            yield part

    def _reply(self, request: Request, data: bytes) -> Reply:
        try:
            answer = json.loads(data)
            choice = answer["choices"][0]
            message = choice["message"]
            refusal, content = message.get("refusal"), str(message.get("content") or "")
            usage = _usage(answer.get("usage"), request, content)
            finish = choice.get("finish_reason")
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            return Reply(fault="the answer is not that of a chat")
        if refusal:
            words = visible(str(refusal))[:_LONGEST_WORDS]
            return Reply(usage=usage, fault=f"the model refuses: {words}")
        reply = reply_of(content, usage)
        if reply.fault and finish == "length":
            return Reply(usage=usage, fault="the answer is cut off, as it is too long")
        return reply

    def _failed(self, request: Request, failure: openai.APIStatusError) -> Reply:
        status = failure.status_code
        words = _words(failure)
        unknown = status in _UNKNOWN and "response_format" in words + str(failure.body)
        if unknown and self._format + 1 < len(_FORMATS):
            self._format += 1
            return self.translate(request)
        if status in _TRY_AGAIN and failure.code != _NO_MONEY:
            raise BusyError(f"is busy{words}", _pause(failure.response.headers))
        raise TranslatorError(f"refuses{words}")


def _unbroken(parts: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the parts of an answer. Raises BusyError where it ends before its end."""
    try:
        yield from parts
    except openai.OpenAIError:
        raise
    except Exception as failure:
        raise _broken_off(failure) from failure


def _broken_off(failure: Exception) -> BusyError:
    return BusyError(f"broke off its answer: {visible(str(failure))[:100]}")


def _only_ours(request: Any) -> None:  # noqa: ANN401 - the transport's own request
    for name in list(request.headers):
        if name.lower() not in _SENT:
            del request.headers[name]


def _usage(said: Any, request: Request, content: str) -> Usage:  # noqa: ANN401 - any JSON value
    """Return the tokens that a service counted, about as many where it does not say."""
    told = said if isinstance(said, Mapping) else {}
    sent, received = told.get("prompt_tokens"), told.get("completion_tokens")
    if _is_count(sent) and _is_count(received):
        return Usage(sent, received)
    return Usage(estimated(request).sent, tokens_of(content), estimated=True)


def _is_count(said: Any) -> TypeGuard[int]:  # noqa: ANN401 - any JSON value
    return isinstance(said, int) and 0 <= said <= _MOST_TOKENS


def _words(failure: openai.APIStatusError) -> str:
    """Return `` (429): what a service says of a failure``, or the number alone."""
    body = failure.body
    said = body.get("message") or body.get("detail") if isinstance(body, Mapping) else body
    words = visible(" ".join(said.split()))[:_LONGEST_WORDS] if isinstance(said, str) else ""
    return f" ({failure.status_code}): {words}" if words else f" ({failure.status_code})"


def _pause(headers: Mapping[str, str]) -> float | None:
    """Return how many seconds a provider wants to be left alone."""
    milliseconds = headers.get("retry-after-ms", "").strip()
    if _NUMBER.fullmatch(milliseconds):
        return float(milliseconds) / 1000
    said = headers.get("retry-after", "").strip()
    if _NUMBER.fullmatch(said):
        return float(said)
    try:
        until = parsedate_to_datetime(said)
    except (TypeError, ValueError, OverflowError):
        return None
    return max(0.0, (until - datetime.now(UTC)).total_seconds()) if until.tzinfo else None
