"""The rules about files: where they lie, what they are called, whether they can be read."""

from inspect import cleandoc

from compiler.base.finding import Severity
from compiler.base.rule import Rule


def _error(rule_id: str, doc: str, *, fixable: bool = False) -> Rule:
    return Rule(rule_id, Severity.ERROR, cleandoc(doc), fixable)


STRAY_FILE = _error(
    "stray-file",
    """A file below `content/` that nobody reads.

    **Why** A file in the wrong place looks as if it were published, and is not.

    **Bad**
    ```
    content/texts/deposit/termsNotice.yml
    content/banners/summer/en/mobil.png
    ```
    **Good**
    ```
    content/texts/deposit/termsNotice.yaml
    content/banners/summer/en/mobile.png
    ```
    **Not flagged** Dot files, README.md, and what operating systems and editors leave behind
    (`Thumbs.db`, `desktop.ini`, names that end with `~`, `.bak` or `.orig`).
    """,
)

BAD_LABEL = _error(
    "bad-label",
    """A file or folder whose name cannot be part of a label.

    **Why** The label of an entity is the path of its file, with dots for slashes. A dot in a name
    of its own, a space or an accent would make labels that cannot be told apart or written in code.
    `default` is the area that exists where no other does, and cannot be the name of one.

    **Bad**
    ```
    content/texts/deposit/terms.notice.yaml
    ```
    **Good**
    ```
    content/texts/deposit/termsNotice.yaml
    ```
    **Not flagged** The style of a name (camelCase or another); that is `label-style`.
    """,
)

LABEL_CLASH = _error(
    "label-clash",
    """Two labels of one kind that differ only in case.

    **Why** On macOS and Windows both names are the same file, and one of them is lost at the next
    checkout.

    **Bad**
    ```
    content/texts/deposit/terms.yaml
    content/texts/Deposit/Terms.yaml
    ```
    **Good** Rename one of them.

    **Not flagged** Labels of different kinds.
    """,
)

MISPLACED_LOCALE = _error(
    "misplaced-locale",
    """A file whose name does not say its language as CLDR writes it.

    **Why** The language of a catalogue or of a Markdown file is part of its name. A name that is
    no locale is a text that nobody will see.

    **Bad**
    ```
    content/translations/portal/pt_BR.po
    content/texts/legal/terms.english.md
    ```
    **Good**
    ```
    content/translations/portal/pt-BR.po
    content/texts/legal/terms.en.md
    ```
    **Not flagged** A locale that CLDR does not list, where languages.yaml names it as active.
    """,
    fixable=True,
)

ORPHANED_SIDECAR = _error(
    "orphaned-sidecar",
    """A Markdown file without the YAML file that it belongs to.

    **Why** `<name>.<locale>.md` is one language of the entity `<name>.yaml`. Without that file
    there is no entity, and the text is published nowhere.

    **Bad**
    ```
    content/texts/legal/terms.en.md
    ```
    **Good**
    ```
    content/texts/legal/terms.yaml
    content/texts/legal/terms.en.md
    ```
    **Not flagged** A YAML file that says nothing but a comment; a text needs no more.
    """,
)

FILE_NAME = _error(
    "file-name",
    """A PDF or image whose name is not fit for an address.

    **Why** The name is part of the file's public address and of what visitors save. Letters,
    digits, `.`, `_` and `-`, at most 100 of them, mean the same everywhere.

    **Bad**
    ```yaml
    file: Lizenz für Händler.pdf
    ```
    **Good**
    ```yaml
    file: Lizenz-fur-Handler.pdf
    ```
    **Not flagged** Files that no record names.
    """,
)

AREA_WITHOUT_RECORD = _error(
    "area-without-record",
    """A folder below `content/areas/` without an `area.yaml`.

    **Why** What an area has different is published with the area; without a record there is none.

    **Bad**
    ```
    content/areas/shop/texts/deposit/terms.yaml
    ```
    **Good**
    ```
    content/areas/shop/area.yaml
    content/areas/shop/texts/deposit/terms.yaml
    ```
    **Not flagged** Empty folders; Git does not keep them.
    """,
)

PATH_OUTSIDE = _error(
    "path-outside",
    """A symbolic link that leads out of the Git work tree.

    **Why** What it shows depends on the machine, and a pull request could publish files of the
    machine that builds it.

    **Bad** `content/documents/licence.pdf -> /etc/passwd`

    **Good** The file itself.

    **Not flagged** Links to other files of the same work tree.
    """,
)

UNREADABLE_FILE = _error(
    "unreadable-file",
    """A file that is there and cannot be read.

    **Why** A link to nothing, a link in a circle, a socket or a device has no content to publish,
    and a file of more than 64 MiB would fill the memory of whoever reads it. A file that people
    write is refused from 1 MiB on, Markdown from 256 KiB on, and where it has NUL bytes.

    **Bad** `content/documents/licence.pdf -> ../gone.pdf`

    **Good** The file itself, smaller than that, or no entry.

    **Not flagged** Files whose text has a mistake; that is said by the rule of their format.
    """,
)

UNKNOWN_LFS_OBJECT = _error(
    "unknown-lfs-object",
    """A file that Git LFS keeps elsewhere, and that is not on this machine.

    **Why** Only a pointer of three lines was checked out; the image or PDF cannot be checked or
    published.

    **Good** `git lfs pull`, in CI with `lfs: true` at the checkout.

    **Not flagged** Files whose object lies in the local LFS store.
    """,
)

OUTDATED_SCHEMA = Rule(
    "outdated-schema",
    Severity.INFO,
    cleandoc(
        """The files in `schemas/` are not those of this version of the tool.

        **Why** Editors complete and underline by them; an older one offers what `check` refuses.

        **Good** `clientarea schema` writes them anew.

        **Not flagged** A project without the folder, and files of it that are not ours.
        """
    ),
)

MERGE_DRIVER_MISSING = Rule(
    "merge-driver-missing",
    Severity.INFO,
    cleandoc(
        """`.gitattributes` has catalogues merged by `clientarea`, and Git does not know it here.

        **Why** Git takes the commands of merge drivers from the configuration of each clone, never
        from the repository. Without it catalogues are merged line by line, and two people who add
        a key at the end of the same one have a conflict.

        **Bad**
        ```
        content/**/translations/**/*.po merge=clientarea-po
        ```
        in a clone in which nobody has run `clientarea merge-po --install`.

        **Good** `clientarea merge-po --install`, once in every clone in which people merge.

        **Not flagged** Repositories that do not name the driver; where `CI` is set, since nobody
        merges there.
        """
    ),
)

RULES = (
    STRAY_FILE,
    BAD_LABEL,
    LABEL_CLASH,
    MISPLACED_LOCALE,
    ORPHANED_SIDECAR,
    FILE_NAME,
    AREA_WITHOUT_RECORD,
    PATH_OUTSIDE,
    UNREADABLE_FILE,
    UNKNOWN_LFS_OBJECT,
    OUTDATED_SCHEMA,
    MERGE_DRIVER_MISSING,
)
