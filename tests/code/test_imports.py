"""What code has from other files: constants, enums and types, followed through imports."""

from collections.abc import Callable, Mapping

import pytest

from compiler.code.imports import Imports
from compiler.code.reading import uses_in
from tests.code.test_uses import WORDS, told

KEYS = """\
const FIRST = 'tab.first';
export const TABS = [FIRST, 'tab.second'] as const;
export const ITEMS = [{ label: 'item.a', icon: pick() }, { label: `${FIRST}.b`, 'the-id': 1 }];
export const LABELS = Object.freeze({ open: 'is.open', 'not-open': 'is.shut' });
export enum Status { Open = 'open', Shut = "shut" }
export enum Level { Low, High }
export type Side = 'left' | 'right';
export interface Card { label: 'card.a' | 'card.b'; other: string }
export let changing = ['x'];
export const MIXED = [FIRST, unknown()];
export const OVER = { a: 'over.a', ...unknown };
export default ['by.default'];
const local = isOn ? 'by.on' : 'by.off';
export { local as renamed };
export function make() {}
"""
FILES = {
    "src/keys.ts": KEYS,
    "src/lib/index.ts": "export * from '../keys';\nexport { Status as State } from '../keys.js';\n",
    "src/lib/two.ts": "export * from '../keys';\nexport const TABS = ['own'];\n",
    "src/lib/whole.ts": "export * as keys from '../keys';",
    "src/a.ts": "import { B } from './b';\nexport const A = [B, 'a'];\n",
    "src/b.ts": "import { A } from './a';\nexport const B = 'b';\nexport const C = [...A];\n",
    "src/broken.ts": "export const X = ['x' export const Y = ['y'];\n",
    "src/plain.js": "export const KEYS = ['plain.a'];\n",
}
HOOKS = """\
import { useTranslation } from 'react-i18next';
export const useCart = () => useTranslation(['portal', 'common'], { keyPrefix: 'cart' });
export function useDeep() { return useCart(); }
export default function useAbout() { const t = useTranslations('About'); return t; }
export function useAny(prefix) { return useTranslation('portal', { keyPrefix: prefix }); }
export function useHidden() { const { t } = useTranslation('p'); return (key) => t('x.' + key); }
export const t = i18n.getFixedT(null, 'portal', 'user');
export const translate = makeTranslate('cart');
export const format = (n, t) => t('n', { n });
export const show = (n, say) => say('n', { n });
"""
FILES |= {
    "src/hooks.ts": HOOKS,
    "src/more.ts": "export { useCart as useText } from './hooks'; export * from './hooks';",
}
IN_CART = "const { t } = useTranslation('p', { keyPrefix: 'cart' });"
CASES = {
    "import { useCart } from './hooks'; const { t } = useCart(); t('pay')": "portal|cart.pay",
    "import { useDeep } from './hooks'; const { t } = useDeep(); t('pay')": "portal|cart.pay",
    "import { useText as use } from './more'; const tr = use().t; tr('pay')": "portal|cart.pay",
    "import { useCart } from './more'; const x = useCart(); x.t('pay')": "portal|cart.pay",
    "import use from './hooks'; const t = use(); t('pay')": "About.pay",
    "import { useAny } from './hooks'; const { t } = useAny('x'); t('pay')": "portal|…pay",
    "import { useHidden } from './hooks'; const t = useHidden(); t('pay')": "~pay",
    "import { t } from './hooks'; t('pay')": "portal|user.pay",
    "import { translate } from './hooks'; translate('pay')": "~pay",
    "import { t } from './nowhere'; t('pay')": "pay",
    f"import {{ format }} from './hooks'; {IN_CART} format(1, t)": "",
    f"import {{ show }} from './hooks'; {IN_CART} show(1, t)": "p|cart.…",
    "import { TABS } from './keys'; TABS.map((tab) => t(tab))": "tab.first, tab.second",
    "import { TABS as T } from './keys'; t(T[i])": "tab.first, tab.second",
    "import { ITEMS } from './keys'; ITEMS.map(({ label }) => t(label))": "item.a, tab.first.b",
    "import { ITEMS } from './keys'; ITEMS.map((one) => t(one.icon))": "…",
    "import { LABELS } from './keys'; t(LABELS[state])": "is.open, is.shut",
    "import { LABELS } from './keys'; t(LABELS.open)": "is.open",
    "import { LABELS } from './keys'; Object.keys(LABELS).map((k) => t(`s.${k}`))": (
        "s.not-open, s.open"
    ),
    "import { Status } from './keys'; const f = (s: Status) => t(`is.${s}`)": "is.open, is.shut",
    "import { Status } from './keys'; t(Status.Open)": "open",
    "import { Status } from './keys'; Object.values(Status).map((s) => t(s))": "open, shut",
    "import { Level } from './keys'; const f = (s: Level) => t(`is.${s}`)": "is.…",
    "import { Level } from './keys'; const f = (s: keyof typeof Level) => t(s)": "High, Low",
    "import type { Side } from './keys'; const f = (s: Side) => t(`at.${s}`)": "at.left, at.right",
    "import { type Card } from './keys'; const f = (c: Card) => t(c.label)": "card.a, card.b",
    "import { type Card } from './keys'; const f = (c: Card) => t(c.other)": "…",
    "import { changing } from './keys'; t(changing[0])": "…",
    "import { MIXED } from './keys'; t(MIXED[0])": "…",
    "import { OVER } from './keys'; t(OVER.a)": "…",
    "import D from './keys'; t(D[0])": "by.default",
    "import { renamed } from './keys'; t(renamed)": "by.off, by.on",
    "import { make } from './keys'; t(make)": "…",
    "import { nowhere } from './keys'; t(nowhere)": "…",
    "import * as all from './keys'; t(all.TABS[0])": "tab.first, tab.second",
    "import * as all from './keys'; t(all.changing)": "…",
    "import { TABS } from './lib'; t(TABS[0])": "tab.first, tab.second",
    "import { State } from './lib/index'; t(State.Shut)": "shut",
    "import { TABS } from './lib/two'; t(TABS[0])": "own",
    "import { keys } from './lib/whole'; t(keys.LABELS.open)": "is.open",
    "import { A } from './a'; t(A[0])": "a, b",
    "import { C } from './b'; t(C[0])": "a, b",
    "import { X } from './broken'; t(X[0])": "…",
    "import { KEYS } from './plain'; t(KEYS[0])": "plain.a",
    "import { TABS } from '@/keys'; t(TABS[0])": "…",
    "import { TABS } from './keys'; const f = (TABS) => t(TABS)": "…",
    "import { TABS } from './keys'; { const TABS = 'here'; t(TABS) }": "here",
    "import { TABS } from './keys.js'; t(TABS[0])": "tab.first, tab.second",
}


def reader(files: Mapping[str, str]) -> Callable[[str], bytes | None]:
    return lambda path: files[path].encode() if path in files else None


@pytest.mark.parametrize(("code", "wanted"), CASES.items())
def test_values_are_followed_through_imports(code: str, wanted: str) -> None:
    imports = Imports(FILES, reader(FILES), WORDS)
    found = uses_in("src/app.ts", code.encode(), WORDS, imports).keys
    assert ", ".join(sorted(told(use) for use in found)) == wanted
    assert all(use.start <= len(code) for use in found)


PYTHON = {
    "app/keys.py": "KEYS = ['a.one', 'a.two']\nLABELS = {'x': 'b.x'}\nlower = ['c']\n",
    "app/pages/__init__.py": "HERE = ('d.one',)\n",
}
PYTHON_CASES = {
    "from .keys import KEYS\nfor key in KEYS:\n    _(key)\n": "…",
    "from ..keys import KEYS\nfor key in KEYS:\n    _(key)\n": "a.one, a.two",
    "from app.keys import KEYS as K\n[_(key) for key in K]\n": "a.one, a.two",
    "from app.keys import LABELS\n_(LABELS['x'])\n": "b.x",
    "from app.keys import lower\n_(lower[0])\n": "…",
    "from . import HERE\n_(HERE[0])\n": "d.one",
    "from elsewhere import KEYS\n_(KEYS[0])\n": "…",
}


@pytest.mark.parametrize(("code", "wanted"), PYTHON_CASES.items())
def test_values_are_followed_through_imports_of_python(code: str, wanted: str) -> None:
    imports = Imports(PYTHON, reader(PYTHON))
    found = uses_in("app/pages/view.py", code.encode(), WORDS, imports).keys
    assert ", ".join(sorted(told(use) for use in found)) == wanted


def test_a_value_of_another_file_has_no_bytes_of_its_own() -> None:
    imports = Imports(FILES, reader(FILES))
    code = "import { TABS } from './keys';\nt(TABS[0]);\n"
    found = uses_in("src/app.ts", code.encode(), WORDS, imports).keys
    assert {(use.start, use.end, use.place.line, use.via) for use in found} == {
        (33, 33, 2, "TABS[0]")
    }


def test_what_was_asked_of_other_files_is_told() -> None:
    imports = Imports(FILES, reader(FILES))
    code = b"import { TABS } from './keys';\nimport { no } from './no';\nt(TABS[0]); t(no);\n"
    found = uses_in("src/app.ts", code, WORDS, imports).imported
    assert found == (
        (("./keys", "TABS"), '([(("tab.first")), (("tab.second"))])'),
        (("./no", "no"), None),
    )


ALIASED = {
    "web/tsconfig.json": """\ufeff{ // the application
  "extends": "./config/base", /* not "paths": {} */
  "compilerOptions": { "paths": { "@/*": ["./gone/*", "./src/*"], "@/own/*": ["src/lib/*"],
    "keys": ["./src/keys.ts"], "two-*": ["src/lib/two", ], }, },
}""",
    "web/config/base.json": '{"extends": "./base.json", "compilerOptions": {"baseUrl": ".."}}',
    "web/src/keys.ts": "export const K = ['from.keys'];",
    "web/src/lib/index.ts": "export const K = ['from.lib'];",
    "web/gone/nothing.ts": "",
    "plain/tsconfig.json": '{"compilerOptions": {"paths": {"~/*": ["../web/src/*"]}}}',
    "parts/tsconfig.json": '{"files": [], "references": [{"path": "./app"}, {"path": "t.json"}]}',
    "parts/app/tsconfig.json": '{"compilerOptions": {"paths": {"@/*": ["./*"]}}}',
    "parts/t.json": '{"compilerOptions": {"paths": {"@/*": ["./tests/*"]}}}',
    "parts/app/keys.ts": "export const K = ['from.app'];",
    "parts/tests/keys.ts": "export const K = ['from.tests'];",
    "parts/app/alone.ts": "export const K = ['from.alone'];",
    "torn/tsconfig.json": '{"compilerOptions": {"paths": {"@/*": ["../web/src/*"]}',
    "jsx/jsconfig.json": '{"compilerOptions": {"baseUrl": "${configDir}/.."}}',
    "odd/tsconfig.json": '{"extends": [1, "@acme/base"], "compilerOptions": {"paths": {"@/*": 7}}}',
}


@pytest.mark.parametrize(
    ("path", "module", "wanted"),
    [
        ("web/src/app.ts", "@/keys", "from.keys"),
        ("web/src/pages/deep/app.ts", "@/keys.js", "from.keys"),
        ("web/src/app.ts", "keys", "from.keys"),
        ("web/src/app.ts", "src/lib", "from.lib"),
        ("web/src/app.ts", "@/own/index", "from.lib"),
        ("web/src/app.ts", "@/own/gone", "…"),
        ("web/src/app.ts", "react", "…"),
        ("plain/app.ts", "~/keys", "from.keys"),
        ("plain/app.ts", "@/keys", "…"),
        ("parts/app/x.ts", "@/keys", "from.app"),
        ("parts/x.ts", "@/alone", "from.alone"),
        ("parts/x.ts", "@/keys", "…"),  # the one or the other
        ("torn/app.ts", "@/keys", "…"),
        ("jsx/app.jsx", "web/src/keys", "from.keys"),
        ("odd/app.ts", "@/keys", "…"),
        ("web/src/app.ts", "../../web/src/keys", "from.keys"),
    ],
)
def test_aliases_of_paths_are_followed(path: str, module: str, wanted: str) -> None:
    imports = Imports(ALIASED, reader(ALIASED))
    code = f"import {{ K }} from '{module}'; K.map((one) => t(one))"
    found = uses_in(path, code.encode(), WORDS, imports).keys
    assert ", ".join(sorted(told(use) for use in found)) == wanted


def test_settings_that_go_round_in_circles_or_never_end_are_left() -> None:
    fan = {
        f"a/{n}.json": f'{{"extends": {["./" + str(n + 1)] * 50}}}'.replace("'", '"')
        for n in range(40)
    }
    files = {
        "a/tsconfig.json": '{"extends": "./0"}',
        **fan,
        "a/40.json": '{"extends": "./tsconfig", "compilerOptions": {"baseUrl": "src"}}',
        "a/src/keys.ts": "export const K = ['k'];",
        "b/tsconfig.json": "/*" * 100_000 + '"' * 1_001,
        "b/keys.ts": "export const K = ['k'];",
    }
    for path, wanted in (("a/x.ts", "k"), ("b/x.ts", "…")):
        found = uses_in(
            path, b"import { K } from 'keys'; t(K[0])", WORDS, Imports(files, reader(files))
        ).keys
        assert [told(use) for use in found] == [wanted]
