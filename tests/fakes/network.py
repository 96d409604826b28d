"""A network in which names lead to this machine, or to where a test wants them to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from compiler.adapters.internet import Internet
from compiler.ports.links import NoSuchHostError

HERE = "127.0.0.1"


@dataclass
class SmallNetwork:
    """Each host with its addresses, one after the other when it is asked for again.

    Of private addresses only the one of this machine is open.
    """

    hosts: Mapping[str, Sequence[str]]
    asked: list[str] = field(default_factory=list)

    def addresses(self, host: str, port: int) -> Sequence[str]:  # noqa: ARG002
        if host not in self.hosts:
            raise NoSuchHostError(host)
        self.asked.append(host)
        known = self.hosts[host]
        return [known[min(self.asked.count(host), len(known)) - 1]]

    def is_public(self, address: str) -> bool:
        return address == HERE or Internet().is_public(address)
