"""The rules that reading finds: files that cannot be read, or say something twice."""

from compiler.base.finding import Severity
from compiler.base.rule import Rule

NOT_UTF_8 = Rule(
    "not-utf-8",
    Severity.ERROR,
    """The bytes of a file are not text in the encoding they should be in.

**Why** YAML, Markdown and JSON files of a project are UTF-8. A catalogue is in the charset that its
header names. Bytes that are no character there would reach visitors as rubbish.

**Bad** A file saved by an editor as Windows-1252, a catalogue in Latin-1 whose header says UTF-8.

**Good** Save the file as UTF-8; for a catalogue let the header say so:
```po
"Content-Type: text/plain; charset=UTF-8\\n"
```

**Not flagged** A byte order mark at the beginning, and a catalogue in another charset that its
header names rightly.
""",
)

INVALID_YAML = Rule(
    "invalid-yaml",
    Severity.ERROR,
    """A YAML file, or the front matter of a Markdown file, cannot be understood.

**Why** Nothing in the file can be checked or published until it is mended. Every other file is
checked all the same.

**Bad**
```yaml
title: Deposit: how it works
```

**Good**
```yaml
title: "Deposit: how it works"
```

**Not flagged** What YAML 1.2 allows: `no`, `on` and `12:30` are text without quotes.
""",
)

DUPLICATE_KEY = Rule(
    "duplicate-key",
    Severity.ERROR,
    """A mapping has the same key twice.

**Why** Only one of the two values can count, and readers disagree on which. It is usually the rest
of a merge or of a copy.

**Bad**
```yaml
active: true
active: false
```

**Good**
```yaml
active: false
```

**Not flagged** The same key in different mappings.
""",
)

YAML_TAG = Rule(
    "yaml-tag",
    Severity.ERROR,
    """A value has a YAML tag such as `!!str` or `!include`.

**Why** Content is plain data: a tag changes what a value is, depending on who reads it.

**Bad**
```yaml
title: !!str 2025
```

**Good**
```yaml
title: "2025"
```

**Not flagged** An exclamation mark inside a text or in quotes.
""",
)

MERGE_KEY = Rule(
    "merge-key",
    Severity.ERROR,
    """A mapping takes keys from another one by `<<`.

**Why** YAML 1.2 has no merge key; what `<<` does depends on who reads the file.

**Bad**
```yaml
es:
  <<: *defaults
  title: Hola
```

**Good** Write the keys out.
```yaml
es:
  title: Hola
  tone: formal
```

**Not flagged** An alias as the whole value (`es: *defaults`), and a quoted key `"<<"`.
""",
)

UNBOUNDED_ALIAS = Rule(
    "unbounded-alias",
    Severity.ERROR,
    """The aliases of a YAML file stand for too much, or for themselves.

**Why** A few lines of aliases to aliases can stand for more data than a machine holds.

**Bad**
```yaml
a: &a [x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
```

**Good** Write out what is meant.

**Not flagged** Aliases that stand for no more than ten thousand values in all.
""",
)

UNSAFE_NUMBER = Rule(
    "unsafe-number",
    Severity.ERROR,
    """A number is not a finite one, or too long for programs to keep exactly.

**Why** Content is published as JSON. It has no infinity, and browsers round whole numbers beyond
9007199254740991.

**Bad**
```yaml
properties: {account: 12345678901234567890, limit: .inf}
```

**Good**
```yaml
properties: {account: "12345678901234567890"}
```

**Not flagged** Fractions, which every program rounds alike.
""",
)

DEEP_NESTING = Rule(
    "deep-nesting",
    Severity.ERROR,
    """Mappings and lists are nested deeper than any content needs.

**Why** Programs that read the published JSON give up at some depth; a file that is nested a hundred
levels deep is a mistake or an attack.

**Bad** A hundred brackets inside each other.

**Good** Fewer levels.

**Not flagged** Anything up to 100 levels.
""",
)

INVALID_JSON = Rule(
    "invalid-json",
    Severity.ERROR,
    """A JSON file cannot be understood.

**Why** Nothing in the file can be checked or used until it is mended.

**Bad**
```json
{"title": "Deposit",}
```

**Good**
```json
{"title": "Deposit"}
```

**Not flagged** A byte order mark, white space, and any order of keys.
""",
)

INVALID_XML = Rule(
    "invalid-xml",
    Severity.ERROR,
    """An XML file that is brought in cannot be understood, or declares a document type.

**Why** Nothing of the file comes in until it is mended. A document type can make a small file a
huge one, or have other files read, and no format of translations has a use for it.

**Bad**
```xml
<source>Terms & conditions</source>
```

**Good**
```xml
<source>Terms &amp; conditions</source>
```

**Not flagged** A byte order mark, comments, and elements that a format does not know.
""",
)

INVALID_STRINGS = Rule(
    "invalid-strings",
    Severity.ERROR,
    """A `.strings` file of Apple's that is brought in cannot be understood.

**Why** Nothing of the file comes in until it is mended.

**Bad**
```
"pay" = "Pay"
```

**Good**
```
"pay" = "Pay";
```

**Not flagged** Names without quotes, comments, UTF-16 with its mark.
""",
)

INVALID_CSV = Rule(
    "invalid-csv",
    Severity.ERROR,
    """A sheet that is brought in cannot be understood.

**Why** Nothing of the file comes in until it is mended.

**Bad**
```
pay,Pay,Zahlen
```

**Good**
```
key,en,de
pay,Pay,Zahlen
```

**Not flagged** Semicolons or tabs between cells, line breaks in quoted cells, a byte order mark.
""",
)

INVALID_PO = Rule(
    "invalid-po",
    Severity.ERROR,
    """A part of a gettext catalogue cannot be understood.

**Why** The entry is not read, and `msgfmt` would refuse the whole file. All other entries are
checked all the same.

**Bad**
```po
msgid "Sign in
msgstr "Entrar"
```

**Good**
```po
msgid "Sign in"
msgstr "Entrar"
```

**Not flagged** Anything that gettext's own tools accept.
""",
)

DUPLICATE_ENTRY = Rule(
    "duplicate-entry",
    Severity.ERROR,
    """A catalogue has two entries with the same `msgctxt` and `msgid`, or two headers.

**Why** Only one of the two translations can count. `msgfmt` refuses the file.

**Bad**
```po
msgctxt "signIn"
msgid "Sign in"
msgstr "Entrar"

msgctxt "signIn"
msgid "Sign in"
msgstr "Iniciar sesión"
```

**Good** Keep one of them.

**Not flagged** Obsolete entries (`#~`).
""",
)

SUPPRESSION_WITHOUT_REASON = Rule(
    "suppression-without-reason",
    Severity.WARNING,
    """A comment silences a warning and does not say why; or it cannot be understood.

**Why** Whoever reads it later cannot tell whether it still holds. It silences nothing until it has
a reason.

**Bad**
```yaml
title: the the  # clientarea: ignore repeated-word
```

**Good**
```yaml
title: the the  # clientarea: ignore repeated-word -- the name of the band
```

**Not flagged** Any other comment.
""",
)

RULES: tuple[Rule, ...] = (
    NOT_UTF_8,
    INVALID_YAML,
    DUPLICATE_KEY,
    YAML_TAG,
    MERGE_KEY,
    UNBOUNDED_ALIAS,
    UNSAFE_NUMBER,
    DEEP_NESTING,
    INVALID_JSON,
    INVALID_XML,
    INVALID_STRINGS,
    INVALID_CSV,
    INVALID_PO,
    DUPLICATE_ENTRY,
    SUPPRESSION_WITHOUT_REASON,
)
