"""What YAML allows and a file of content may not have, in words for its author."""

from compiler.base.finding import Finding, Note
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.base.spots import Spot
from compiler.read import rules
from compiler.read.limits import DEEPEST, MOST_ALIASED

_LONG = 60


class Problems:
    """The findings of one file, in the order in which they came up."""

    def __init__(self, path: str) -> None:
        self.findings: list[Finding] = []
        self._path = path

    def give_up(self, finding: Finding) -> None:
        """Say why the file could not be read on, unless something on that line is the cause."""
        said = {(known.rule, known.place.line) for known in self.findings}
        if (finding.rule, finding.place.line) not in said:
            self.findings.append(finding)

    def second_document(self, spot: Spot) -> None:
        """A file holds one document."""
        message = "a second document begins here; a file holds one"
        hint = "remove the line `---`, or move what follows it to a file of its own"
        self._find(rules.INVALID_YAML, spot, message, hint)

    def tag(self, spot: Spot, line: str) -> None:
        """Content is plain data; ``line`` is the text of the line with the tag."""
        words = line[spot.column - 1 :].split()
        written = next((word for word in words if word.startswith("!")), "!")
        message = f"the tag `{written}` is not allowed: content is plain data"
        hint = "remove it; put a text that begins with `!`, or that looks like a number, in quotes"
        self._find(rules.YAML_TAG, spot, message, hint)

    def duplicate_key(self, key: str, spot: Spot, first: Spot) -> None:
        """A mapping has a key once."""
        message = f"the key `{key}` is here a second time"
        hint = "remove one of the two; until then the first one counts"
        note = Note("the first is here", self._place(first))
        self._find(rules.DUPLICATE_KEY, spot, message, hint, (note,))

    def merge_key(self, spot: Spot) -> None:
        """YAML 1.2 has no merge key."""
        message = "`<<` merges nothing in YAML 1.2"
        hint = 'write the keys out, or put a key that is really named so in quotes: `"<<"`'
        self._find(rules.MERGE_KEY, spot, message, hint)

    def question(self, spot: Spot, key: str) -> None:
        """In brackets libyaml takes a `?` for the sign of a key, whatever follows it."""
        message = f"this would be read as the key `{key}`, without the `?` before it"
        self._find(rules.INVALID_YAML, spot, message, f'put it in quotes: `"?{key}"`')

    def no_key(self, spot: Spot) -> None:
        """A key has a name."""
        self._find(rules.INVALID_YAML, spot, "there is no key before this `:`", None)

    def key_is_no_text(self, spot: Spot, line: str) -> None:
        """A key is text; ``line`` is the text of the line it is on."""
        begin = spot.column - 2
        if line[begin : begin + 2] == "{{":
            value = line[begin:].rstrip()
            quote = "'" if '"' in value else '"'
            outer = Spot(spot.line, spot.column - 1, len(value))
            message = "a text that begins with `{{` must be in quotes"
            hint = f"write `{quote}{value}{quote}`"
            self._find(rules.INVALID_YAML, outer, message, hint)
            return
        message = "a key must be text; this one is a list, a mapping or an alias"
        hint = "put a text that is to begin with `[`, `{` or `*` in quotes"
        self._find(rules.INVALID_YAML, spot, message, hint)

    def unsafe_number(self, spot: Spot, text: str, why: str) -> None:
        """A number is one that JSON has and its readers keep."""
        if len(text) > _LONG:
            hint = "put it in quotes where it is a text"
            self._find(rules.UNSAFE_NUMBER, spot, f"this number {why}", hint)
        else:
            hint = f'put it in quotes where it is a text: `"{text}"`'
            self._find(rules.UNSAFE_NUMBER, spot, f"`{text}` {why}", hint)

    def odd_anchor(self, spot: Spot, name: str) -> None:
        """The name of an anchor ends with a space."""
        message = f"`&{name}` does not end with a space"
        hint = "give it a name of letters and digits; put a text that begins with `&` in quotes"
        self._find(rules.INVALID_YAML, spot, message, hint)

    def alias_of_itself(self, spot: Spot, name: str) -> None:
        """An alias stands for something that is complete."""
        message = f"`*{name}` stands for what it is a part of"
        self._find(rules.UNBOUNDED_ALIAS, spot, message, "write out what is meant")

    def alias_of_nothing(self, spot: Spot, name: str) -> None:
        """An alias has an anchor above it."""
        message = f"`*{name}` stands for nothing: there is no `&{name}` above it"
        hint = f'put a text that begins with `*` in quotes: `"*{name}"`'
        self._find(rules.INVALID_YAML, spot, message, hint)

    def too_much_aliased(self, spot: Spot) -> None:
        """All aliases together stand for a bounded number of values."""
        message = f"the aliases of this file stand for more than {MOST_ALIASED} values"
        self._find(rules.UNBOUNDED_ALIAS, spot, message, "write out what is meant")

    def too_deep(self, spot: Spot) -> None:
        """Nesting is bounded."""
        message = f"this is nested more than {DEEPEST} levels deep"
        self._find(rules.DEEP_NESTING, spot, message, None)

    def _find(
        self, rule: Rule, spot: Spot, message: str, hint: str | None, notes: tuple[Note, ...] = ()
    ) -> None:
        self.findings.append(rule.at(self._place(spot), message, hint=hint, notes=notes))

    def _place(self, spot: Spot) -> Place:
        return Place(self._path, spot.line, spot.column, spot.length)
