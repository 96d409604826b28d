// Walks through previews in one Chromium, whose path is the argument, until nothing more is asked. In, a line each:
// { address, visits: [{ hash?, page?, window?, scheme?, steps?, settle?, axe?, read?, in_frames?, style?, screenshot? }] }.
// A step is [what, selector, value?]; `read` is a function called in the page, `in_frames` one in each frame. Out, a line each: { found } with, for each visit, what
// was read, every error, every address that something was asked of; not what the policy of a page has stopped; how many milliseconds each step took. Or { failure }.
import { readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const nowhere = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"; // what is asked elsewhere fails at once
const args = ["--no-proxy-server", nowhere, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
const browser = await chromium.launch({ executablePath: process.argv[2], args });
const ACTS = {
  click: (page, selector) => page.locator(selector).first().click(),
  fill: (page, selector, value) => page.locator(selector).first().fill(value),
  select: (page, selector, value) => page.locator(selector).first().selectOption(value),
  press: (page, key) => page.keyboard.press(key),
  focus: (page, selector) => page.locator(selector).first().focus(),
  type: (page, text) => page.keyboard.type(text),
  edit: (_, path, old, now) => writeFileSync(path, readFileSync(path, "utf8").replace(old, now)),
  wait: (page, selector) => page.locator(selector).first().waitFor({ state: "attached" }),
  // Looks at each frame that is painted; `wait` looks twice a second at last.
  shows: (page, selector, words) => page.waitForFunction(
    ([where, text]) => document.querySelector(where)?.textContent.includes(text), [selector, words], { polling: "raf" },
  ),
};
const OUTER = "() => document.documentElement.outerHTML";
const AXE = new URL("node_modules/axe-core/axe.min.js", import.meta.url);

// A window of its own costs more than all that is shown in it: the visits of one walk share theirs, and each loads the page anew.
async function walked({ address, visits }) {
  const contexts = [];
  const windowFor = async (bypassCSP) => {
    const context = await browser.newContext({ bypassCSP });
    contexts.push(context);
    return watched(await context.newPage());
  };
  try {
    const windows = {};
    const found = [];
    for (const visit of visits) {
      const bypass = visit.style !== undefined;
      windows[bypass] ??= await windowFor(bypass);
      found.push(await visited(windows[bypass], address, visit));
    }
    return found;
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
  }
}

// `seen` is what happens during the visit that is under way.
function watched(page) {
  const shown = { page, seen: null };
  page.setDefaultTimeout(60_000);
  page.on("pageerror", (error) => shown.seen.errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && shown.seen.errors.push(message.text()));
  page.on("dialog", (dialog) => {
    shown.seen.errors.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on("request", (request) => shown.seen.loaded.push(request.url()));
  page.on("requestfailed", (request) => {
    const { loaded } = shown.seen;
    const at = loaded.indexOf(request.url());
    if (at >= 0 && request.failure()?.errorText === "csp") loaded.splice(at, 1);
  });
  return shown;
}

async function visited(shown, address, visit) {
  const { page } = shown;
  const [width, height] = visit.window ?? [1280, 900];
  shown.seen = { errors: [], loaded: [] }; // what the page before still tells is nobody's
  await page.goto("about:blank");
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: visit.scheme ?? "light" });
  const { errors, loaded } = (shown.seen = { errors: [], loaded: [] });
  await page.goto(visit.page ?? `${address}${visit.hash ?? ""}`);
  if (!visit.page) await page.waitForFunction(() => document.getElementById("main").dataset.shown !== undefined);
  const took = [];
  for (const [what, ...rest] of visit.steps ?? []) {
    const begun = performance.now();
    await ACTS[what](page, ...rest);
    took.push(performance.now() - begun);
  }
  if (visit.style) {
    await page.addStyleTag({ content: visit.style });
    await page.evaluate(() => document.fonts.ready);
  }
  if (visit.settle) await page.waitForTimeout(visit.settle);
  if (visit.axe) await page.evaluate(readFileSync(AXE, "utf8"));
  const read = visit.read ? await page.evaluate(`(${visit.read})()`) : null;
  const inFrame = async (frame) => {
    await frame.waitForLoadState("load");
    return frame.evaluate(`(${visit.in_frames ?? OUTER})()`);
  };
  const frames = await Promise.all(page.frames().slice(1).map((frame) => inFrame(frame).catch(() => null)));
  if (visit.screenshot) await page.screenshot({ path: visit.screenshot, animations: "disabled" });
  return { read, errors, loaded, frames, took };
}

for await (const line of createInterface({ input: process.stdin })) {
  const answer = await walked(JSON.parse(line)).then((found) => ({ found }), (error) => ({ failure: String(error.stack) }));
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
await browser.close();
