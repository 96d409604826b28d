"""`show --format eml`: mails as files, each in a language, with a sample, as an area sends it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compiler.base.failure import RefusedError, UsageError
from compiler.base.suggest import did_you_mean
from compiler.bundle.templates import compiled_template
from compiler.bundle.view import AreaView, area_views
from compiler.channels.email.eml import Mail, eml
from compiler.commands.exits import FINE
from compiler.commands.opening import Project
from compiler.load.loading import load
from compiler.query.selection import selected
from compiler.report.console import Console
from compiler.report.words import count
from compiler.templating.escaping import Output
from compiler.templating.fault import Fault
from compiler.templating.trials import Job
from compiler.wiring import system_clock, template_renderer

_SUFFIX = ".eml"


@dataclass(frozen=True, slots=True)
class Wish:
    """Which mails: those of all languages and samples where nothing is said and a folder named."""

    what: tuple[str, ...]
    locales: tuple[str, ...]
    sample: str | None
    area: str | None
    output: str | None

    @property
    def folder(self) -> bool:
        """Whether several files are asked for."""
        return self.output is not None and not self.output.endswith(_SUFFIX)


@dataclass(frozen=True, slots=True)
class _Chosen:
    label: str
    locale: str
    sample: str
    values: Any
    entry: dict[str, Any]


def show_mails(console: Console, project: Project, wish: Wish) -> int:
    """Print one mail, or write them to a file or a folder; return the exit code.

    Raises UsageError for what there is none of, RefusedError where one cannot be rendered.
    """
    content = load(project.snapshot).content
    view = _view(area_views(content, project.settings), wish.area)
    chosen = [one for label in _labels(view, wish) for one in _chosen(view, label, wish)]
    mails = _rendered(chosen)
    sent = system_clock().now()
    if wish.output is None:
        console.result(eml(mails[0], sent).decode().replace("\r\n", "\n"))
        return FINE
    for one, mail in zip(chosen, mails, strict=True):
        _write(Path(wish.output), _name(one) if wish.folder else None, eml(mail, sent))
    console.note(f"{count(len(mails), 'mail')} written to `{wish.output}`.")
    return FINE


def _view(views: Sequence[AreaView], area: str | None) -> AreaView:
    if area is None:
        return views[0]
    found = next((view for view in views if view.name == area), None)
    if found is None:
        names = [view.name for view in views]
        hint = did_you_mean(area, names)
        raise UsageError(f"there is no area `{area}`{f'; {hint}' if hint else ''}")
    return found


def _labels(view: AreaView, wish: Wish) -> list[str]:
    """Return the labels of the e-mails that are asked for; other channels are passed over."""
    channels = {
        f"templates/{label}": getattr(one.record, "channel", "")
        for label, one in view.layer.templates.items()
    }
    wanted = sorted(selected(wish.what, channels, view.content.broken))
    mails = [one for one in wanted if channels[one] == "email"]
    if not mails:
        raise UsageError(f"`{wanted[0]}` is of the channel `{channels[wanted[0]]}`, and no e-mail")
    return [one.partition("/")[2] for one in mails]


def _chosen(view: AreaView, label: str, wish: Wish) -> Iterator[_Chosen]:
    template = view.layer.templates[label]
    for locale in _locales(view, wish):
        entry = compiled_template(view, template, locale)
        if entry is None:
            raise UsageError(f"`templates/{label}` is not written in `{locale}`")
        for name, values in _samples(entry["samples"], label, wish).items():
            yield _Chosen(label, locale, name, values, entry)


def _locales(view: AreaView, wish: Wish) -> Sequence[str]:
    unknown = [one for one in wish.locales if one not in view.languages.active]
    if unknown:
        hint = did_you_mean(unknown[0], view.languages.active)
        raise UsageError(f"`{unknown[0]}` is no active language{f'; {hint}' if hint else ''}")
    locales = wish.locales or (view.locales if wish.folder else [view.languages.source])
    return locales if wish.folder else locales[:1]


def _samples(samples: dict[str, Any], label: str, wish: Wish) -> dict[str, Any]:
    if wish.sample is not None:
        if wish.sample not in samples:
            hint = did_you_mean(wish.sample, samples)
            more = f"; {hint}" if hint else ""
            raise UsageError(f"`templates/{label}` has no sample `{wish.sample}`{more}")
        return {wish.sample: samples[wish.sample]}
    given = samples or {"": {}}
    return given if wish.folder else dict(list(given.items())[:1])


def _rendered(chosen: Sequence[_Chosen]) -> list[Mail]:
    jobs = [
        Job(one.entry[part] or "", one.values, one.locale, output)
        for one in chosen
        for part, output in (("subject", Output.TEXT), ("html", Output.HTML), ("text", Output.TEXT))
    ]
    done = iter(template_renderer().render(jobs))
    mails = []
    for one in chosen:
        subject, html, text = (_sound(one, next(done)) for _ in range(3))
        mails.append(Mail(subject, html, text, one.locale))
    return mails


def _sound(one: _Chosen, text: str | Fault) -> str:
    if isinstance(text, Fault):
        sample = f" with the sample `{one.sample}`" if one.sample else ""
        raise RefusedError(
            f"`templates/{one.label}` cannot be rendered in `{one.locale}`{sample}: {text.message};"
            " `clientarea check` says where"
        )
    return text


def _name(one: _Chosen) -> str:
    return ".".join(part for part in (one.label, one.locale, one.sample) if part) + _SUFFIX


def _write(output: Path, name: str | None, data: bytes) -> None:
    path = output if name is None else output / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as failure:
        why = (failure.strerror or str(failure)).lower()
        raise UsageError(f"cannot write `{path}`: {why}") from failure
