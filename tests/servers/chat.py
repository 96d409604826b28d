"""A service that speaks OpenAI's protocol over HTTP on loopback, and misbehaves on demand.

It translates by a table, or by putting letters of the language before each word. Its manners, those
of `misbehaving`, say how the next answers are spoilt; every request is noted with its key, for the
tests to count.
"""

import json
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from typing_extensions import override

MARK = re.compile("(⟦[^⟧]*⟧)")
WORDS = {
    "es": [
        "el",
        "precio",
        "de",
        "la",
        "cuenta",
        "es",
        "para",
        "usted",
        "y",
        "su",
        "dinero",
        "con",
        "nosotros",
        "en",
        "este",
        "momento",
    ],
    "ru": [
        "это",
        "цена",
        "для",
        "вас",
        "и",
        "ваших",
        "денег",
        "на",
        "счёте",
        "в",
        "настоящее",
        "время",
        "с",
        "нами",
    ],
    "pl": [
        "to",
        "jest",
        "cena",
        "dla",
        "ciebie",
        "i",
        "twoich",
        "pieniędzy",
        "na",
        "rachunku",
        "w",
        "tej",
        "chwili",
    ],
}


@dataclass
class Noted:
    """One request: its idempotency key, its headers, the texts by key, and what it cost."""

    id: str
    headers: Mapping[str, str]
    path: str
    body: dict[str, Any]
    texts: dict[str, str]
    charged: bool
    sources: list[str] = field(default_factory=list)
    at: float = field(default_factory=time.monotonic)


Spoil = Callable[["Chat", dict[str, Any], dict[str, str]], tuple[int, dict[str, str], bytes] | None]
"""Makes another answer of a request and its right answers; None leaves it right."""


@dataclass
class Chat:
    """The service: what it was asked, and how it answers."""

    port: int = 0
    noted: list[Noted] = field(default_factory=list)
    manners: list[Spoil] = field(default_factory=list)
    always: Spoil | None = None
    answered: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    guard: threading.Lock = field(default_factory=threading.Lock)
    stalled: threading.Event = field(default_factory=threading.Event)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    @property
    def charged(self) -> list[str]:
        """Every text that was charged for, in the order of requests."""
        return [text for one in self.noted if one.charged for text in one.sources]

    def answer(
        self, headers: Mapping[str, str], path: str, data: bytes
    ) -> tuple[int, dict[str, str], bytes]:
        body = json.loads(data)
        given = json.loads(body["messages"][-1]["content"])
        target = re.search(r"into .*? \(([A-Za-z-]+)\)", body["messages"][0]["content"])
        texts = {one["key"]: one["text"] for topic in given["entries"] for one in topic["texts"]}
        key = headers.get("Idempotency-Key", "")
        with self.guard:
            known = self.answered.get(key)
            sources = (
                [f"{target[1]} {MARK.sub('', text)}" for text in texts.values()] if target else []
            )
            note = Noted(key, headers, path, body, texts, charged=known is None, sources=sources)
            self.noted.append(note)
            if known is not None:
                return known
            right = {
                one: translated(text, target[1] if target else "es") for one, text in texts.items()
            }
            spoil = self.manners.pop(0) if self.manners else self.always
            spoilt = None if spoil is None else spoil(self, body, right)
            made = spoilt or (200, {}, chat_answer(right))
            sent = sum(len(one["content"].encode()) for one in body["messages"]) // 4
            counted = made[2].replace(b'"prompt_tokens": 0', b'"prompt_tokens": %d' % sent)
            made = (made[0], made[1], counted)
            if made[0] == 200:  # what was lost on its way is sent again without charge
                lost = made[1].keys() & {"X-Cut", "X-Stall", "X-Drip"}
                self.answered[key] = (200, {}, chat_answer(right)) if lost else made
            else:
                note.charged = False
        return made


def translated(text: str, locale: str) -> str:
    """Return a translation of a text: as many words as it has, its marks at their places."""
    words, number = WORDS[locale.partition("-")[0]], 0
    parts = []
    for part in MARK.split(text):
        if MARK.fullmatch(part):
            parts.append(part)
            continue

        def word(found: re.Match[str]) -> str:
            nonlocal number
            number += 1
            said = words[(len(text) + number) % len(words)]
            return said.capitalize() if found[0][0].isupper() else said

        parts.append(re.sub(r"[^\W\d_]+", word, part))
    return "".join(parts)


def chat_answer(
    texts: Mapping[str, str], *, content: str | None = None, finish: str = "stop"
) -> bytes:
    """Return the body of an answer."""
    said = content
    if said is None:
        items = [{"key": key, "text": text} for key, text in texts.items()]
        said = json.dumps({"translations": items}, ensure_ascii=False)
    answer = {
        "id": "chat-1",
        "object": "chat.completion",
        "choices": [
            {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": said}}
        ],
        "usage": {"prompt_tokens": 0, "completion_tokens": len(said) // 4, "total_tokens": 1},
    }
    return json.dumps(answer).encode()


@contextmanager
def chat_service() -> Iterator[Chat]:
    """Run the service in threads of this process."""
    chat = Chat()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            data = self.rfile.read(int(self.headers["Content-Length"]))
            status, headers, body = chat.answer(
                {name.title(): value for name, value in self.headers.items()}, self.path, data
            )
            try:
                self._send(status, headers, body)
            except OSError:  # who asked does not wait any more
                self.close_connection = True

        def _send(self, status: int, headers: dict[str, str], body: bytes) -> None:
            if headers.get("X-Stall"):
                chat.stalled.wait(30)
                self.close_connection = True
                return
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            for name, value in {"Content-Type": "application/json", **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            for number in range(len(body) if headers.get("X-Drip") else 0):
                self.wfile.write(body[number : number + 1])
                time.sleep(0.1)
            if headers.get("X-Drip"):
                return
            self.wfile.write(body[: len(body) // 2] if headers.get("X-Cut") else body)
            if headers.get("X-Cut"):
                self.close_connection = True

        @override
        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    chat.port = server.server_address[1]
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
    )
    thread.start()
    try:
        yield chat
    finally:
        chat.stalled.set()
        server.shutdown()
        server.server_close()
        thread.join()
        time.sleep(0)
