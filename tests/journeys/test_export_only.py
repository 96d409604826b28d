"""`export --only`: a translator gets what is to be done, and it comes back into its places."""

from tests.harness import Project

HEAD = (
    'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)
ES = "content/translations/portal/es.po"
FILES: dict[str, str | bytes] = {
    "clientarea.yaml": "version: 1\ngate: draft\n",
    "content/configurations/languages.yaml": "source: en\nactive: [en, es, pl]\nenabled: [en, es]\n",
    "content/translations/portal/en.po": HEAD.format("en")
    + 'msgctxt "pay"\nmsgid "Pay {amount}"\nmsgstr ""\n\n'
    'msgctxt "close"\nmsgid "Close your account"\nmsgstr ""\n\n'
    'msgctxt "bye"\nmsgid "Bye"\nmsgstr ""\n\n'
    'msgctxt "fine"\nmsgid "Fine"\nmsgstr ""\n',
    ES: HEAD.format("es")
    + '#, fuzzy\n#| msgid "Close account"\nmsgctxt "close"\nmsgid "Close your account"\n'
    'msgstr "Cerrar cuenta"\n\n'
    '#, fuzzy\nmsgctxt "bye"\nmsgid "Bye"\nmsgstr "Adiós"\n\n'
    'msgctxt "fine"\nmsgid "Fine"\nmsgstr "Bien"\n',
}


def exported(project: Project, *states: str) -> str | None:
    export = ("export", "--format", "po", "--namespace", "portal", "--output", "out")
    project.run(*export, "--only", ",".join(states)).exits(0)
    path = project.root / "out" / "es.po"
    text = path.read_text(encoding="utf-8") if path.exists() else None
    path.unlink(missing_ok=True)
    return text


def test_a_translator_gets_the_work_and_hands_it_in(project: Project) -> None:
    project.files(FILES)
    assert exported(project, "missing") == HEAD.format("es") + (
        'msgctxt "pay"\nmsgid "Pay {amount}"\nmsgstr ""\n'
    )
    assert 'msgctxt "bye"' in str(exported(project, "unreviewed"))
    work = exported(project, "missing", "stale")
    assert work is not None
    assert '#| msgid "Close account"' in work
    assert "Fine" not in work
    assert not (project.root / "out" / "en.po").exists()
    done = work.replace('msgstr ""\n\n#, fuzzy', 'msgstr "Pague {amount}"\n\n#, fuzzy')
    done = done.replace('#, fuzzy\n#| msgid "Close account"\n', "")
    done = done.replace("Cerrar cuenta", "Cerrar su cuenta")
    project.files({"in/es.po": done})
    project.run(
        "import", "--format", "po", "--namespace", "portal", "--source-locale", "en", "in"
    ).exits(0)
    text = (project.root / ES).read_text(encoding="utf-8")
    assert 'msgid "Pay {amount}"\nmsgstr "Pague {amount}"' in text
    assert 'msgctxt "close"\nmsgid "Close your account"\nmsgstr "Cerrar su cuenta"' in text
    assert '#, fuzzy\nmsgctxt "bye"' in text
    assert 'msgstr "Bien"' in text
    assert exported(project, "missing", "stale") is None


def test_what_cannot_be_asked_for(project: Project) -> None:
    project.files(FILES)
    export = ("export", "--namespace", "portal", "--output", "out")
    project.run(*export, "--format", "icu-json", "--only", "missing").exits(2).says("`--format po`")
    project.run(*export, "--format", "po", "--only", "misssing").exits(2).says("did you mean")
    assert not (project.root / "out").exists()


def test_all_that_was_handed_out_comes_back_as_it_was(project: Project) -> None:
    project.files(FILES)
    english = "content/translations/portal/en.po"
    project.edit(english, 'msgid "Fine"', "msgid \"Fine '{x}' {n, plural, one {# a} other {#}}\"")
    before = {name: (project.root / name).read_text(encoding="utf-8") for name in (english, ES)}
    project.run("export", "--format", "po", "--namespace", "portal", "--output", "out").exits(0)
    arguments = ("--namespace", "portal", "--source-locale", "en", "out")
    project.run("import", "--format", "po", *arguments).exits(0)
    text = (project.root / english).read_text(encoding="utf-8")
    assert text == before[english]
    assert 'msgstr "Bien"' in (project.root / ES).read_text(encoding="utf-8")
