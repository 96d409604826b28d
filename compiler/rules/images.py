"""The images of banners."""

from compiler.rules.check import Scope
from compiler.rules.files import file_bytes
from compiler.rules.measuring import Image


def banner_images(scope: Scope) -> dict[str, Image]:
    """Return every image of a banner whose bytes are here, by path."""
    paths = {
        path
        for banner in scope.entities("banners")
        for text in banner.locales.values()
        for path in text.images.values()
    }
    found = {}
    for path in sorted(paths):
        data = file_bytes(scope, path)
        if data is not None:
            found[path] = scope.senses.measure(path, data)
    return found
