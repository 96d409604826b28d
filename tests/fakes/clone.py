"""A clone without Git: files of attributes, and merge drivers, written down in the test."""

from collections.abc import Mapping, Sequence

from compiler.ports.clone import AttributesFile


class MemoryClone:
    """A clone that has these `.gitattributes`, by path, and knows these merge drivers."""

    def __init__(self, attributes: Mapping[str, str], drivers: Sequence[str] = ()) -> None:
        self._attributes = dict(attributes)
        self.drivers = list(drivers)

    def attributes(self) -> Sequence[AttributesFile]:
        return [AttributesFile(path, text) for path, text in self._attributes.items()]

    def has_merge_driver(self, name: str) -> bool:
        return name in self.drivers

    def set_merge_driver(self, name: str, title: str) -> None:
        assert title
        self.drivers.append(name)

    def set_diff_driver(self, name: str) -> None:
        assert name
