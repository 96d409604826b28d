"""Code that hides what it asks for: no string that it may ask for is called unused, others are."""

from pathlib import Path

import pytest

from compiler.rules.keys.asked import Verdict
from compiler.rules.keys.declared import Key
from tests.rules.keys.test_verdicts import NEVER, OWN, cases, judged

CASES = tuple(cases(Path(__file__).parent / "roundabout.txt"))


@pytest.mark.parametrize(("name", "code", "wanted"), CASES)
def test_what_may_be_asked_for_is_never_unused(name: str, code: str, wanted: str) -> None:
    keys = {Key(OWN, label) for label in wanted.split(", ")}
    assert keys.isdisjoint(judged(name, code, keys).of(Verdict.UNUSED))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("a.tsx", "const tr = t; tr(`x.${a}`)"),
        ("a.tsx", "const tr = useTranslation('portal', { keyPrefix: 'x' }).t; tr('b')"),
        ("a.tsx", "import { t as tr } from 'i18next'; tr(`x.${a}`)"),
        ("a.tsx", "import { Trans as T } from 'react-i18next'; <T i18nKey={`x.${a}`} />"),
        ("a.tsx", "['x.a', 'x.b'].map(t)"),
        ("a.tsx", "jsx(Trans, { i18nKey: `x.${a}` })"),
        ("a.tsx", "t('a', { keyPrefix: 'x' })"),
        ("a.tsx", "canvas.t(a, b); props.t(`x.${a}`)"),
        ("a.tsx", "const f = (t) => t('a') + t(`x.${b}`); const { t } = useOwn(); t('never2')"),
        ("a.tsx", "const { t } = useTranslation('portal', { keyPrefix: 'x' }); f(t)"),
        ("a.tsx", "const { t } = useTranslation(); useEffect(() => {}, [t]); <Row t={t} />"),
        ("a.tsx", "const L = ['x.a']; L.map((k) => t(k)); other.push(q)"),
        ("a.tsx", "['x.a'].concat(['x.b']).map((k) => t(k))"),
        ("a.ts", "t(`x.${a}`\n if (( { ]]"),
        ("a.ts", "function t(key) { return key } t(`x.${a}`); ] ] }"),
        (
            "a.js",
            "!function(e,t,n){var {t:o}=(0,n.useTranslation)('portal',{keyPrefix:'x'});o('a')}()",
        ),
        ("a.py", "from gettext import gettext as g\ng(f'x.{a}')"),
        ("a.py", "K = ['x.a']\nfor k in K: t(k)\nL.append(q)"),
        ("a.kt", 'resources.getIdentifier("x_$a", "string", pkg)'),
    ],
)
def test_what_is_surely_not_asked_for_stays_unused(name: str, code: str) -> None:
    assert Key(OWN, NEVER) in judged(name, code, {Key(OWN, NEVER)}).of(Verdict.UNUSED)


def test_another_name_has_the_namespace_and_the_prefix_of_the_first() -> None:
    code = (
        "const { t: tr } = useTranslation('shop', { keyPrefix: 'cart' });\n"
        "const again = tr; again('pay'); const bound = tr.bind(null); bound('close');\n"
    )
    asked, other = {Key("shop", "cart.pay"), Key("shop", "cart.close")}, Key("shop", "cart.never")
    judgement = judged("a.ts", code, {*asked, other})
    assert set(judgement.of(Verdict.USED)) == asked
    assert judgement.of(Verdict.UNUSED) == (other,)
    assert not judgement.undeclared


def test_what_takes_t_apart_has_the_namespace_of_the_wrapper() -> None:
    code = "export default withTranslation('shop')(({ t: tr }) => tr('pay'));"
    assert judged("a.tsx", code, {Key("shop", "pay")}).of(Verdict.USED) == (Key("shop", "pay"),)


def test_a_call_in_a_bundle_asks_for_what_is_not_declared() -> None:
    judgement = judged("a.js", "(0, i18n.t)('gone');", {Key(OWN, NEVER)})
    assert set(judgement.undeclared) == {Key(OWN, "gone")}


def test_a_parameter_of_a_type_is_none_of_the_types_of_its_name() -> None:
    code = "function g<K extends string>(k: K) { t(k) }\ntype K = 'x.a';"
    assert Key(OWN, NEVER) not in judged("a.ts", code, {Key(OWN, NEVER)}).of(Verdict.UNUSED)


@pytest.mark.parametrize(
    ("label", "verdict"),
    [
        ("pay", Verdict.USED),
        ("cart.pay", Verdict.UNDETERMINABLE),
        ("cart.pay_one", Verdict.UNDETERMINABLE),
        ("cart.prepay", Verdict.UNUSED),
        ("cart.pay.now", Verdict.UNUSED),
    ],
)
def test_a_prefix_that_nobody_sees_keeps_what_ends_so(label: str, verdict: Verdict) -> None:
    code = "const { t } = useOwn(); t('pay', { count })"
    assert Key(OWN, label) in judged("a.ts", code, {Key(OWN, label)}).of(verdict)


def test_it_keeps_that_in_any_namespace_that_is_judged() -> None:
    key = Key("shop", "cart.pay")
    code = "const { t } = useOwn(); t('pay'); i18n.t('shop:other')"
    assert judged("a.ts", code, {key}).of(Verdict.UNDETERMINABLE) == (key,)


@pytest.mark.parametrize(("label", "undeclared"), [("cart.pay", ()), ("cart.play", ("pay",))])
def test_what_no_prefix_could_make_a_string_of_is_undeclared(
    label: str, undeclared: tuple[str, ...]
) -> None:
    judgement = judged("a.ts", "const { t } = useOwn(); t('pay')", {Key(OWN, label)})
    assert tuple(key.label for key in judgement.undeclared) == undeclared
