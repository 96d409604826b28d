// Runs the examples of docs/applications.md against a store that is served.
// In: { folder, store, lost, edit, publish }. `lost` is { area, language, file, away }: an object that is taken away for a
// while; `edit` is [path, old, new], `publish` a command with its arguments. Out: what each example shows.
import { execFileSync } from "node:child_process";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { folder, store, lost, edit, publish } = JSON.parse(readFileSync(0));
const load = (name) => import(pathToFileURL(`${folder}/${name}`));
const { start } = await load("i18next.mjs");
const { startWithIcu } = await load("i18next-icu.mjs");
const { open, Translated } = await load("react-intl.mjs");
const { act, createElement, createRoot, FormattedMessage, Window } = await load("libraries.mjs");

const area = "acme-shop";
const namespaces = ["shop", "common"];
const refusal = (promise) => promise.then(() => null, (error) => error.message);

async function withI18next() {
  const { i18next, refresh } = await start(store, area, "ru", [...namespaces, "nowhere"]);
  const said = {
    plurals: [1, 3, 5, 21].map((count) => i18next.t("cart.items", { count })),
    selects: ["inStock", "preOrder", "gone"].map((context) => i18next.t("product.availability", { context })),
    other: i18next.t("common:action.save"),
    own: i18next.t("common:nav.accounts"),
    missing: i18next.t("no.such.key"),
    absent: [i18next.hasLoadedNamespace("nowhere"), i18next.getResourceBundle("ru", "nowhere")],
    inexpressible: i18next.t("cart.contents", { books: 2, videos: 1 }),
  };
  await i18next.changeLanguage("pl");
  said.polish = [i18next.t("cart.title"), i18next.t("cart.gift")];
  await i18next.changeLanguage("ru");
  const portal = await start(store, "acme-portal", "ru", ["common"]);
  said.shared = portal.i18next.t("nav.accounts");
  return { said, refresh, again: () => i18next.t("common:action.save") };
}

async function withIcu() {
  const { i18next } = await startWithIcu(store, area, "ru", namespaces);
  const said = {
    plurals: [1, 3, 5, 21].map((count) => i18next.t("cart.items", { count })),
    selects: ["inStock", "preOrder", "gone"].map((state) => i18next.t("product.availability", { state })),
    inexpressible: i18next.t("cart.contents", { books: 2, videos: 1 }),
  };
  return { said };
}

async function withReactIntl() {
  const window = new Window();
  Object.assign(globalThis, { window, document: window.document, IS_REACT_ACT_ENVIRONMENT: true });
  const silence = console.error; // react-intl tells there what it misses
  const told = [];
  console.error = (error) => told.push(error.code ?? String(error));
  const strings = await open(store, area, "ru", [...namespaces, "nowhere"]);
  const show = async (strings, id, values) => {
    const box = document.body.appendChild(document.createElement("p"));
    const message = createElement(FormattedMessage, { id, values });
    await act(() => createRoot(box).render(createElement(Translated, { strings }, message)));
    return box;
  };
  const texts = async (id, all, of = strings) =>
    Promise.all(all.map(async (values) => (await show(of, id, values)).textContent));
  const said = {
    plurals: await texts("cart.items", [1, 3, 5, 21].map((count) => ({ count }))),
    selects: await texts("product.availability", ["inStock", "preOrder", "gone"].map((state) => ({ state }))),
    other: (await show(strings, "action.save")).textContent,
    own: (await show(strings, "nav.accounts")).textContent,
    shared: (await show(await open(store, "acme-portal", "ru", ["common"]), "nav.accounts")).textContent,
    inexpressible: (await show(strings, "cart.contents", { books: 2, videos: 1 })).textContent,
  };
  const polish = await open(store, area, "pl", namespaces);
  said.polish = [...(await texts("cart.title", [{}], polish)), ...(await texts("cart.gift", [{}], polish))];
  said.before_missing = [...told];
  said.missing = (await show(strings, "no.such.key")).textContent;
  said.told = [...told];
  const saving = await show(strings, "action.save");
  console.error = silence;
  return { said, refresh: () => act(strings.refresh), again: () => saving.textContent };
}

const refused = {
  area: await refusal(start(store, "nowhere", "ru", namespaces)),
  reactArea: await refusal(open(store, "nowhere", "ru", namespaces)),
};
renameSync(lost.file, lost.away);
refused.file = await refusal(start(store, lost.area, lost.language, ["portal"]));
renameSync(lost.away, lost.file);

const ways = { i18next: await withI18next(), icu: await withIcu(), react: await withReactIntl() };
const running = Object.values(ways).filter((one) => one.again);
const [path, before, after] = edit;
writeFileSync(path, readFileSync(path, "utf8").replace(before, after));
execFileSync(publish[0], publish.slice(1), { stdio: "ignore" });
for (const one of running) one.said.before = one.again();
for (const one of running) await one.refresh();
for (const one of running) one.said.after = one.again();
process.stdout.write(JSON.stringify({ refused, ...Object.fromEntries(Object.entries(ways).map(([name, one]) => [name, one.said])) }));
