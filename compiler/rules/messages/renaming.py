"""Names that only a translation has, and those of its source that they were made of."""

from collections.abc import Iterator

from compiler.base.suggest import nearest


def renamed(lost: frozenset[str], added: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of an added name and the lost one: the only two there are, or those alike."""
    if len(lost) == len(added) == 1:
        yield next(iter(added)), next(iter(lost))
        return
    open_names = set(lost)
    for name in sorted(added):
        near = nearest(name, sorted(open_names))
        if near is not None:
            open_names.remove(near)
            yield name, near
