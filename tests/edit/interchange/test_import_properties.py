"""Bundles of Java: which file is in which language, and what becomes of keys."""

from tests.edit.interchange.samples import brought, entries, reasons


def test_a_bundle_comes_in_with_its_base_as_the_source() -> None:
    made = brought(
        "properties",
        {
            "res/messages.properties": "# Greets.\nhome.hello=Hello {0}, it''s late\nbye=Bye\n",
            "res/messages_pt_BR.properties": "home.hello=Ol\\u00e1 {0}\n",
            "res/theme.properties": "color=red\n",
        },
    )
    assert entries(made, "en") == {
        "home.hello": ("Hello {arg0}, it's late", ""),
        "bye": ("Bye", ""),
    }
    assert entries(made, "pt-BR") == {"home.hello": ("Hello {arg0}, it's late", "Olá {arg0}")}
    assert made.summary.read_as == [("messages.properties", "en")]
    assert [path for path, _ in made.summary.left_out] == ["res/theme.properties"]
    source = made.files["content/translations/ns/en.po"].decode()
    assert '#. Greets.\n#. imported: {"style": "java", "placeholders": {"arg0": "{0}"}}\n' in source
    assert "X-Imported: properties flat" in source


def test_of_a_key_that_stands_twice_the_last_counts_and_broken_texts_are_named() -> None:
    made = brought(
        "properties",
        {
            "m_en.properties": "a=1\nb=\\u1\nc={0,spellout}\na=2\nd=x\n",
            "m_de.properties": "d={0,choice,0#keins|1#eins|1<{0}}\n",
        },
    )
    assert entries(made, "en") == {"a": ("2", ""), "d": ("x", "")}
    assert entries(made, "de") == {
        "d": ("x", "{arg0, plural, =0 {keins} one {eins} other {{arg0}}}")
    }
    assert reasons(made) == [
        ("en", "a", "this key stands again below; the last counts, as in Java"),
        ("en", "b", "`\\u` must be followed by four hex digits"),
        ("en", "c", "`{0,spellout}` has a format that ICU does not know"),
    ]


def test_the_same_bundle_again_changes_nothing() -> None:
    files = {"m_en.properties": "a.b=It''s {0}\n", "m_fr.properties": "a.b=L''{0}\n"}
    once = brought("properties", files)
    assert brought("properties", files, once.files).files == once.files
