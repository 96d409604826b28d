"""How the work on content is shared out: each process takes some languages, checks and compiles."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from compiler.adapters.stages import stage
from compiler.adapters.workers import cores, share_out, share_out_apart
from compiler.base.hashing import sha256
from compiler.commands.kept_clean import KeptClean
from compiler.commands.kept_pdfs import KeptPdfs, remember
from compiler.commands.kept_prints import KeptPrints
from compiler.commands.kept_renderings import KeptRenderings
from compiler.commands.kept_templates import KeptTemplates
from compiler.commands.kept_work import KeptWork, kept_work
from compiler.commands.language_work import look_at
from compiler.commands.work import Order, Worked, together
from compiler.load.loading import Loaded
from compiler.model.content import Content
from compiler.rules.check import Senses
from compiler.rules.engine import examine, examine_rest, examine_templates

if TYPE_CHECKING:  # `check` compiles nothing, and does without what compiling needs
    from compiler.bundle.compiling import StringBundles
    from compiler.richtext.markdown import RichText

_TOO_MUCH_TO_HOLD = 64_000_000
"""How many bytes of catalogues and of Markdown are more than one process should work on.

As many are worked on at once: each byte takes about twenty in memory.
"""

_WORTH_A_PROCESS = 1_000_000
"""How many bytes of catalogues and of Markdown take longer than forking a process for them."""


def work_on_content(loaded: Loaded, order: Order) -> Worked:
    """Check all content, and compile its strings beside it where they are to be built."""
    content = loaded.content
    sizes = _sizes(content)
    size = sum(sizes.values())
    pdfs, renderings = KeptPdfs(order.keep), KeptRenderings(order.keep, order.renderer)
    prints, clean = KeptPrints(order.keep), KeptClean(order.keep, loaded.digests)
    senses = Senses(order.images, pdfs.inspect, renderings, prints, order.today, clean)
    kept_senses = pdfs, renderings, prints, clean
    if size < _WORTH_A_PROCESS:
        found = examine(content, order.settings, order.gate, senses=senses)
        _keep(*kept_senses)
        strings = _compiled(content, order, None) if order.build else None
        return Worked(found.findings, found.flags, strings, pdfs.known)
    with stage("asking what is kept"):
        kept = KeptWork() if order.keep is None else kept_work(order.keep, loaded, order, sizes)
        kept.forget_former()
        whole = {locale: _kept_whole(kept, content, order, locale) for locale in sizes}
    ahead = sorted(
        (locale for locale in sizes if whole[locale] is None), key=lambda one: (-sizes[one], one)
    )

    def work(task: _Task) -> Worked:
        if task.locale is None:
            rest = examine_rest(content, order.settings, order.gate, senses)
            known = KeptTemplates(order.keep, loaded, order)
            asked = content, order.settings, order.gate, known.ahead, senses
            of_templates = examine_templates(*asked).findings
            known.keep(of_templates)
            _keep(*kept_senses)
            return Worked((*rest.findings, *of_templates), pdfs=pdfs.known)
        return _work_on(content, order, task, kept)

    at_once = max(_TOO_MUCH_TO_HOLD // max(sizes.values()), 1)
    processes = min(cores(), len(ahead) or 1, 1 + size // _WORTH_A_PROCESS, at_once)
    if processes > 1:
        _make_ready(content, compiles=order.build or any(map(kept.is_new, ahead)))
    tasks = _tasks(ahead, content.languages.source, build=order.build, several=processes > 1)
    done = [one for one in whole.values() if one is not None]
    shared = share_out if size < _TOO_MUCH_TO_HOLD else share_out_apart
    worked = together([*done, *shared(work, tasks, processes)])
    remember(worked.pdfs)
    return worked


def _keep(*kept: KeptPdfs | KeptRenderings | KeptPrints | KeptClean) -> None:
    for one in kept:
        one.keep()


class _Task(NamedTuple):
    """What is to be done for a language; for None what looks at all languages, or at none."""

    locale: str | None
    find: bool = True
    compile: bool = False


def _tasks(ahead: Sequence[str], source: str, *, build: bool, several: bool) -> list[_Task]:
    """Return the tasks, the largest first.

    The last large one is parted in two, so that the others do not wait long for who has it.
    """
    tasks = [_Task(locale, compile=build) for locale in ahead]
    last = next((n for n in reversed(range(len(ahead))) if ahead[n] != source), None)
    if not (build and several) or last is None:
        return [*tasks, _Task(None)]
    parted = _Task(ahead[last]), _Task(ahead[last], find=False, compile=True)
    return [*tasks[:last], parted[0], *tasks[last + 1 :], _Task(None), parted[1]]


def _kept_whole(kept: KeptWork, content: Content, order: Order, locale: str) -> Worked | None:
    """Return what is kept of a language, if that is all that is wanted."""
    found = kept.found(locale)
    if found is None or not order.build:
        return found
    strings = kept.strings(locale)
    texts = _kept_texts(kept, content, locale)
    if strings is None or texts is None:
        return None
    return Worked(found.findings, found.flags, strings, texts=texts)


def _work_on(content: Content, order: Order, task: _Task, kept: KeptWork) -> Worked:
    locale = task.locale or ""
    is_new = kept.is_new(locale)
    found = Worked()
    if task.find:
        found = kept.found(locale) or _found(content, order, locale, kept)
    if not task.compile:
        if is_new and not order.build:
            _kept_strings(content, order, locale, kept)
        return found
    strings = _kept_strings(content, order, locale, kept)
    texts = _compiled_texts(content, locale, kept)
    return Worked(found.findings, found.flags, strings, texts=texts)


def _found(content: Content, order: Order, locale: str, kept: KeptWork) -> Worked:
    before = kept.found_before(locale)
    found = look_at(content, order, locale, kept.key(locale), before)
    kept.put_found(locale, found)
    return found.worked


def _kept_strings(content: Content, order: Order, locale: str, kept: KeptWork) -> "StringBundles":
    """Return the compiled strings of a language, kept from now on.

    A first check compiles them, too: all is in memory, and a build has usually to follow.
    """
    strings = kept.strings(locale)
    if strings is None:
        strings = _compiled(content, order, (locale,))
        kept.put_strings(locale, strings)
    return strings


def _compiled(content: Content, order: Order, locales: tuple[str, ...] | None) -> "StringBundles":
    from compiler.bundle.compiling import compile_strings

    return compile_strings(content, order.settings, locales)


def _kept_texts(kept: KeptWork, content: Content, locale: str) -> "Mapping[str, RichText] | None":
    """Return what all long texts of a language are compiled to, None unless all of it is kept."""
    named = _named_texts(content, locale)
    known = kept.texts(locale) if named else {}
    if named.values() - known.keys():
        return None
    return {markdown: known[name] for markdown, name in named.items()}


def _compiled_texts(content: Content, locale: str, kept: KeptWork) -> "Mapping[str, RichText]":
    from compiler.richtext.markdown import rich_text

    named = _named_texts(content, locale)
    known = kept.texts(locale) if named else {}
    made = {markdown: known.get(name) or rich_text(markdown) for markdown, name in named.items()}
    if known.keys() != set(named.values()):
        kept.put_texts(locale, {name: made[markdown] for markdown, name in named.items()})
    return made


def _named_texts(content: Content, locale: str) -> dict[str, str]:
    """Return the SHA-256 of every long text of a language, by its Markdown."""
    own = (markdown for tag, markdown in content.long_texts() if tag == locale)
    return {markdown: sha256(markdown.encode()) for markdown in own}


def _make_ready(content: Content, *, compiles: bool) -> None:
    """Read and import what every process needs once, before there are several."""
    for catalogue in content.catalogues():
        if catalogue.locale == content.languages.source:
            _ = catalogue.entries
    if compiles:
        import compiler.bundle.compiling  # noqa: F401


def _sizes(content: Content) -> dict[str, int]:
    """Return how much each language has to check: the bytes of its catalogues and long texts.

    One without either has none, but bundles of what it falls back to.
    """
    sizes = dict.fromkeys((*content.languages.active, *content.languages.enabled), 0)
    for catalogue in content.catalogues():
        sizes[catalogue.locale] = sizes.get(catalogue.locale, 0) + catalogue.size
    for locale, markdown in content.long_texts():
        if locale in sizes:
            sizes[locale] += len(markdown)
    return sizes
