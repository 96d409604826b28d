// Runs the examples of docs/applications.md against a store that is served. In: { folder, store, area, edit, publish }.
// `edit` is [path, old, new], `publish` a command with its arguments. Out: what each example shows.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { folder, store, area, edit, publish } = JSON.parse(readFileSync(0));
const example = (name) => import(pathToFileURL(`${folder}/${name}`));
const { start } = await example("i18next.mjs");
const { messagesOf, Translated } = await example("react-intl.mjs");
const { createElement } = await import(pathToFileURL(`${folder}/react.mjs`));
const { FormattedMessage, renderToStaticMarkup } = await import(pathToFileURL(`${folder}/react.mjs`));

const { i18next, refresh } = await start(store, area, "ru", ["shop", "common"]);
const said = { plurals: [1, 3, 5, 21].map((count) => i18next.t("cart.items", { count })) };
said.other = i18next.t("common:action.save");
said.missing = i18next.t("no.such.key");
said.absent = i18next.hasResourceBundle("ru", "nowhere");
const messages = await messagesOf(store, area, "ru", ["shop", "common", "nowhere"]);
const shown = (id, values) =>
  renderToStaticMarkup(createElement(Translated, { locale: "ru", messages }, createElement(FormattedMessage, { id, values })));
said.react = [1, 3, 5, 21].map((count) => shown("cart.items", { count }));
const [path, before, after] = edit;
writeFileSync(path, readFileSync(path, "utf8").replace(before, after));
execFileSync(publish[0], publish.slice(1), { stdio: "ignore" });
said.before = i18next.t("common:action.save");
await refresh();
said.after = i18next.t("common:action.save");
process.stdout.write(JSON.stringify(said));
