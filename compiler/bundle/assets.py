"""Images and PDFs: named by the hash of their bytes, each once however many bundles name it."""

from posixpath import splitext

from compiler.base.hashing import sha256
from compiler.bundle.artifacts import ANY_TYPE, MEDIA_TYPES, Asset
from compiler.model.content import Content


class AssetCollector:
    """Takes in the files that bundles name, and hands out what to call them."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._by_path: dict[tuple[str, str], Asset] = {}

    def add(self, path: str, name: str) -> Asset:
        """Publish the file at ``path`` under a file name of its own."""
        if (path, name) not in self._by_path:
            data = self._content.asset(path)
            suffix = splitext(path)[1].lower()
            self._by_path[path, name] = Asset(
                sha256=sha256(data),
                name=name,
                size=len(data),
                media_type=MEDIA_TYPES.get(suffix, ANY_TYPE),
                read=lambda: self._content.asset(path),
            )
        return self._by_path[path, name]

    def all(self) -> list[Asset]:
        """Return every asset once, sorted by its name in the store."""
        by_name = {asset.path: asset for asset in self._by_path.values()}
        return [by_name[name] for name in sorted(by_name)]
