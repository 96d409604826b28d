from compiler.channels.email.layout import body_mark, words_around


def test_what_css_hides_is_not_said() -> None:
    page = f"<style>.pre {{ display: none }}</style><p class='pre'>no</p><p>Acme</p>{body_mark()}<p>Street 1</p>"
    assert words_around(page) == ("Acme", "Street 1")


def test_a_page_that_does_not_show_its_body_has_no_words_around_it() -> None:
    assert words_around(f"<p>Acme</p><div hidden>{body_mark()}</div>") == ("", "")


def test_an_escaped_brace_stays_a_brace() -> None:
    assert words_around(f"<p>&#123;&#123; x }}}}</p>{body_mark()}")[0] == "{{ '{' }}{{ '{' }} x }}"
