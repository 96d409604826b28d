// Runs parts of the preview's page in node. In: { folds: [text], messages: [{ text, tree, values, locale }] }.
// Out: each text folded; each message filled in by the page, and by FormatJS.
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { IntlMessageFormat } from "intl-messageformat";

const { scripts, folds, messages } = JSON.parse(readFileSync(0));
const preview = {};
const world = { preview, Intl, window: { preview } };
for (const path of scripts) runInNewContext(readFileSync(path, "utf8"), world);

function ours({ tree, values, locale }) {
  try {
    return preview.message.text(preview.message.fill(tree, values, locale));
  } catch (error) {
    return `throws ${error.name}`;
  }
}

function theirs({ text, values, locale }) {
  const dates = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value) : value]));
  const tags = Object.fromEntries([...text.matchAll(/<(\w+)>/g)].map(([, name]) => [name, (parts) => parts.join("")]));
  try {
    const made = new IntlMessageFormat(text, locale, undefined, { timeZone: "UTC" }).format({ ...dates, ...tags });
    return Array.isArray(made) ? made.join("") : String(made);
  } catch (error) {
    return `throws ${error.name}`;
  }
}

process.stdout.write(JSON.stringify({
  folds: folds.map((text) => preview.fold(text)),
  ours: messages.map(ours),
  theirs: messages.map(theirs),
}));
