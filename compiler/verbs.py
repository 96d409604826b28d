"""The table of verbs: what each is called, what it is for, what it takes, who does it."""

import argparse
from collections.abc import Callable
from typing import NamedTuple

from compiler.arguments import catalogues, editing, project, releasing

Arguments = Callable[[argparse.ArgumentParser], None]


class Verb(NamedTuple):
    """A verb of the command line; ``module`` below compiler.commands has its ``run``.

    With ``fields`` it takes any other word, too, as ``words``.
    """

    name: str
    module: str
    help: str
    arguments: Arguments
    fields: bool = False


VERBS = {
    verb.name: verb
    for verb in (
        Verb("init", "init", "begin a content repository that passes `check`", project.init),
        Verb(
            "check",
            "check",
            "find what is wrong with the content, and say how to mend it",
            project.check,
        ),
        Verb(
            "diff",
            "diff",
            "show what changes by entry, language and visitor, and what breaks clients",
            project.diff,
        ),
        Verb(
            "report",
            "report",
            "write one Markdown comment on a change, for its pull request",
            project.report,
        ),
        Verb(
            "preview",
            "preview",
            "write a static site of all content, in every language, as visitors will see it",
            project.preview,
        ),
        Verb("build", "build", "check, then compile into build/out", project.build),
        Verb("plan", "plan", "show what `publish` would do", releasing.plan),
        Verb("publish", "publish", "check, compile and make a release live", releasing.publish),
        Verb(
            "promote",
            "promote",
            "make what is live on one target a release of another",
            releasing.promote,
        ),
        Verb("releases", "releases", "list the releases of a target", releasing.releases),
        Verb(
            "rollback",
            "rollback",
            "make an older release live, and hold the target",
            releasing.rollback,
        ),
        Verb("resume", "resume", "lift the hold of a rollback", releasing.resume),
        Verb("verify", "verify", "check every object that a live release names", releasing.verify),
        Verb("gc", "gc", "delete what no kept release of a target needs", releasing.gc),
        Verb("purge", "purge", "take content down, for good", releasing.purge),
        Verb(
            "store-test",
            "store_test",
            "try what releases need of a target's stores, and print the policies to set",
            releasing.store_test,
        ),
        Verb(
            "import",
            "import_",
            "bring in catalogues, records of a database, a folder of Markdown",
            catalogues.import_,
        ),
        Verb(
            "export", "export", "hand out catalogues, or all content as records", catalogues.export
        ),
        Verb(
            "sync",
            "sync",
            "carry source texts through the catalogues of all languages",
            catalogues.sync,
        ),
        Verb("merge-po", "merge_po", "merge a catalogue by entry, for Git", catalogues.merge_po),
        Verb(
            "diff-po", "diff_po", "write a catalogue an entry a line, for Git", catalogues.diff_po
        ),
        Verb(
            "keys",
            "keys",
            "set the keys that code asks for against those that are declared",
            catalogues.keys,
        ),
        Verb(
            "types",
            "types",
            "write typed keys for TypeScript, i18next, FormatJS and Python",
            catalogues.types,
        ),
        Verb("status", "status", "show how complete each language is", project.status),
        Verb(
            "show",
            "show",
            "show an entry in every language, with states and findings",
            project.show,
        ),
        Verb("search", "search", "find entries by label or text in any language", project.search),
        Verb(
            "languages",
            "languages",
            "find a language of CLDR by any of its names: tag, names, plurals, script, direction",
            project.languages,
        ),
        Verb(
            "add",
            "add",
            "add an entry, a language or a field of one, an image, a PDF",
            editing.add,
            fields=True,
        ),
        Verb(
            "credential",
            "credential",
            "make a token or an OAuth secret: printed once, kept as a hash; or end an old one",
            editing.credential,
        ),
        Verb(
            "saml",
            "saml",
            "print the SAML metadata that an area's identity provider is given",
            editing.saml,
        ),
        Verb(
            "config",
            "config",
            "show what an area really gets and where each value comes from, or set a value",
            editing.config,
            fields=True,
        ),
        Verb("edit", "edit", "open an entry in your editor, at its line", editing.edit),
        Verb("lock", "switching", "keep texts from being removed", editing.lock),
        Verb("unlock", "switching", "let texts be removed", editing.unlock),
        Verb(
            "activate",
            "switching",
            "switch on templates, documents, and banners with an image in every slot",
            editing.activate,
        ),
        Verb(
            "deactivate",
            "switching",
            "switch off templates, documents and banners",
            editing.deactivate,
        ),
        Verb(
            "accept",
            "accept",
            "say that translations were read, and stamp them with their source of today",
            editing.accept,
        ),
        Verb(
            "clone",
            "clone",
            "begin a language of entries with the text of another, to be reviewed",
            editing.clone,
        ),
        Verb(
            "translate",
            "translate",
            "have what is missing or stale translated, checked, and marked to be reviewed",
            editing.translate,
        ),
        Verb(
            "review",
            "review",
            "read translations that nobody has read or that are stale: accept, edit, ask again",
            editing.review,
        ),
        Verb(
            "rename",
            "rename",
            "give an entry or a namespace another label, wherever it is named",
            editing.rename,
        ),
        Verb(
            "remove",
            "remove",
            "take entries or parts of them away, unless they are locked, active or named by others",
            editing.remove,
        ),
        Verb(
            "swap",
            "swap",
            "let two slots of a banner, or two documents, exchange what they show",
            editing.swap,
        ),
        Verb(
            "enable",
            "enable",
            "let visitors choose a language, if nothing of it is missing",
            editing.enable,
        ),
        Verb("disable", "disable", "let visitors choose a language no more", editing.disable),
        Verb("rules", "rules", "list all rules", project.rules),
        Verb(
            "explain",
            "explain",
            "explain a rule: why, examples, what it does not flag",
            project.explain,
        ),
        Verb(
            "schema",
            "schema",
            "write the JSON Schemas that editors complete with",
            project.schema,
        ),
    )
}
"""Every verb by name."""
