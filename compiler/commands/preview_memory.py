"""What was made for a preview, for the next one: most changes are of one file."""

from collections.abc import Mapping

from compiler.base.finding import Finding
from compiler.base.hashing import canonical_json, sha256
from compiler.bundle.compiling import StringBundles, compile_strings
from compiler.load.loading import Loaded
from compiler.load.made import Kept
from compiler.model.content import Content
from compiler.model.languages import Languages
from compiler.preview.cells import CellMemory
from compiler.preview.mails import Messages
from compiler.settings import Settings
from compiler.templating.remembering import RememberingRenderer
from compiler.wiring import agreement_press, template_renderer


class StringMemory:
    """Compiled strings, by language and all that they are made of."""

    def __init__(self) -> None:
        self._before: dict[str, StringBundles] = {}
        self._now: dict[str, StringBundles] = {}

    def next_round(self) -> None:
        """Remember what was asked for since this was called before."""
        self._before, self._now = self._now, {}

    def compiled(
        self, digests: Mapping[str, str], content: Content, settings: Settings
    ) -> StringBundles:
        """Return what `compile_strings` does; ``digests`` has the SHA-256 of every file read."""
        locales = {one.path: one.locale for one in content.catalogues()}
        around = [path for path in digests if path not in locales]
        common = [settings.model_dump(mode="json"), {path: digests[path] for path in around}]
        strings: StringBundles = {}
        for locale in content.languages.enabled:
            needed = {locale, content.languages.source, *content.languages.chain(locale).all}
            own = {path: digests[path] for path, one in locales.items() if one in needed}
            key = sha256(canonical_json([locale, common, own]))
            found = self._before.get(key)
            if found is None:
                found = compile_strings(content, settings, (locale,))
            self._now[key] = found
            for area, bundles in found.items():
                strings.setdefault(area, {}).update(bundles)
        return strings


class PreviewMemory:
    """What was made, by what it was made of, for as long as it is shown; and what was found."""

    def __init__(self) -> None:
        self.renderer = RememberingRenderer(template_renderer())
        self.messages = Messages(self.renderer, agreement_press())
        self.cells = CellMemory()
        self.strings = StringMemory()
        self.findings: tuple[Finding, ...] | None = None
        self._loaded: Loaded | None = None

    def next_round(self) -> None:
        """Begin with another preview; what the one of before did not need is forgotten."""
        self.renderer.next_round()
        self.cells.next_round()
        self.strings.next_round()

    def remember(self, loaded: Loaded) -> None:
        """Remember the catalogues of loaded content."""
        self._loaded = loaded

    def kept(self, languages: Languages) -> Kept:
        """Return the catalogues that were loaded where there were the same languages."""
        before = self._loaded
        if before is None or before.content.languages != languages:
            return Kept()
        made = before.made.catalogues.items()
        return Kept(catalogues={(path, before.digests[path]): one for path, one in made})
