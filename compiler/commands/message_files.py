"""`show --format eml` and `pdf`: messages as files, as an area sends them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compiler.base.failure import RefusedError, UsageError
from compiler.base.suggest import did_you_mean
from compiler.bundle.assets import AssetCollector
from compiler.bundle.eyes import Eyes
from compiler.bundle.shapes.private import Template
from compiler.bundle.templates import compiled_template
from compiler.bundle.view import AreaView, area_views
from compiler.commands.opening import Project
from compiler.load.loading import load
from compiler.query.selection import selected
from compiler.report.console import Console
from compiler.report.words import count
from compiler.templating.fault import Fault

Files = dict[str, Callable[[], bytes]]
"""The assets of what is compiled, by path."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Which messages: of all languages and samples where nothing is said and a folder is named."""

    what: tuple[str, ...]
    locales: tuple[str, ...]
    sample: str | None
    area: str | None
    output: str | None


@dataclass(frozen=True, slots=True)
class Chosen:
    """A message in one language, compiled (``entry``) for an area, and the values of a sample."""

    view: AreaView
    label: str
    locale: str
    sample: str
    values: Any
    entry: Template

    def refused(self, why: str) -> RefusedError:
        """Return that it cannot be made a file."""
        sample = f" with the sample `{self.sample}`" if self.sample else ""
        return RefusedError(
            f"`templates/{self.label}` cannot be rendered in `{self.locale}`{sample}: {why};"
            " `clientarea check` says where"
        )

    def sound(self, text: str | Fault) -> str:
        """Return what was rendered. Raises RefusedError where it could not be."""
        if isinstance(text, Fault):
            raise self.refused(text.message)
        return text


@dataclass(frozen=True, slots=True)
class FileFormat:
    """Files of one kind: of which channel they are, how they are called and made.

    ``make`` raises RefusedError for what cannot be made.
    """

    suffix: str
    channel: str
    noun: str
    no_such: str
    make: Callable[[Sequence[Chosen], Files], list[bytes]]
    text: bool = True


def show_files(console: Console, project: Project, wish: Wish, of: FileFormat) -> None:
    """Print one message, or write several to a file or a folder.

    Raises UsageError for what there is none of, RefusedError where one cannot be rendered.
    """
    content = load(project.snapshot).content
    view = _view(area_views(content, project.settings), wish.area)
    assets = AssetCollector(content, project.settings, Eyes(images=project.images))
    folder = wish.output is not None and not wish.output.endswith(of.suffix)
    chosen = [
        one
        for label in _labels(view, wish, of)
        for one in _chosen(_Asked(view, wish, assets, folder), label)
    ]
    if wish.output is None and not of.text:
        raise UsageError(f"a {of.noun} is no text: name a file or folder by `--output`")
    files = of.make(chosen, {asset.path: asset.read for asset in assets.all()})
    if wish.output is None:
        console.result(files[0].decode().replace("\r\n", "\n"))
        return
    for one, data in zip(chosen, files, strict=True):
        _write(Path(wish.output), _name(one) + of.suffix if folder else None, data)
    left_out = _left_out(view, wish) if folder else ""
    console.note(f"{count(len(files), of.noun)} written to `{wish.output}`.{left_out}")


def _left_out(view: AreaView, wish: Wish) -> str:
    """Say which languages are not in a folder, since no customer is sent them yet."""
    others = [one for one in view.languages.active if one not in view.locales]
    if wish.locales or not others:
        return ""
    named = ", ".join(f"`{one}`" for one in others)
    return f" None in {named}, not enabled yet: add `--locale {','.join(others)}`."


@dataclass(frozen=True, slots=True)
class _Asked:
    view: AreaView
    wish: Wish
    assets: AssetCollector
    folder: bool


def _view(views: Sequence[AreaView], area: str | None) -> AreaView:
    if area is None:
        return views[0]
    found = next((view for view in views if view.name == area), None)
    if found is None:
        names = [view.name for view in views]
        hint = did_you_mean(area, names)
        raise UsageError(f"there is no area `{area}`{f'; {hint}' if hint else ''}")
    return found


def _labels(view: AreaView, wish: Wish, of: FileFormat) -> list[str]:
    """Return the labels of the messages that are asked for; other channels are passed over."""
    channels = {
        f"templates/{label}": getattr(one.record, "channel", "")
        for label, one in view.layer.templates.items()
    }
    wanted = sorted(selected(wish.what, channels, view.content.broken))
    fitting = [one for one in wanted if channels[one] == of.channel]
    if not fitting:
        name = channels[wanted[0]]
        raise UsageError(f"`{wanted[0]}` is of the channel `{name}`, and {of.no_such}")
    return [one.partition("/")[2] for one in fitting]


def _chosen(asked: _Asked, label: str) -> Iterator[Chosen]:
    view = asked.view
    template = view.layer.templates[label]
    for locale in _locales(asked):
        entry = compiled_template(view, template, locale, asked.assets)
        if entry is None:
            raise UsageError(f"`templates/{label}` is not written in `{locale}`")
        for name, values in _samples(asked, entry["samples"], label).items():
            yield Chosen(view, label, locale, name, values, entry)


def _locales(asked: _Asked) -> Sequence[str]:
    view, wish = asked.view, asked.wish
    unknown = [one for one in wish.locales if one not in view.languages.active]
    if unknown:
        hint = did_you_mean(unknown[0], view.languages.active)
        raise UsageError(f"`{unknown[0]}` is no active language{f'; {hint}' if hint else ''}")
    locales = wish.locales or (view.locales if asked.folder else [view.languages.source])
    return locales if asked.folder else locales[:1]


def _samples(asked: _Asked, samples: Mapping[str, Any], label: str) -> Mapping[str, Any]:
    sample = asked.wish.sample
    if sample is not None:
        if sample not in samples:
            hint = did_you_mean(sample, samples)
            more = f"; {hint}" if hint else ""
            raise UsageError(f"`templates/{label}` has no sample `{sample}`{more}")
        return {sample: samples[sample]}
    given = samples or {"": {}}
    return given if asked.folder else dict(list(given.items())[:1])


def _name(one: Chosen) -> str:
    return ".".join(part for part in (one.label, one.locale, one.sample) if part)


def _write(output: Path, name: str | None, data: bytes) -> None:
    path = output if name is None else output / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as failure:
        why = (failure.strerror or str(failure)).lower()
        raise UsageError(f"cannot write `{path}`: {why}") from failure
