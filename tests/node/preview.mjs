// Walks through a preview in Chromium. In: { browser, address, visits: [{ hash?, page?, window?, scheme?, steps?, settle?, axe?, read?, in_frames?, style?, screenshot? }] }.
// A step is [what, selector, value?]; `read` is a function called in the page, `in_frames` one in each frame. Out: for each visit what was read, every error, every
// address that something was asked of; not what the policy of a page has stopped; how many milliseconds each step took.
import { readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";

const { browser: executablePath, address, visits } = JSON.parse(readFileSync(0));
const nowhere = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"; // what is asked elsewhere fails at once
const args = ["--no-proxy-server", nowhere, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
const browser = await chromium.launch({ executablePath, args });
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
const found = [];
for (const visit of visits) {
  const [width, height] = visit.window ?? [1280, 900];
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: visit.scheme ?? "light", bypassCSP: visit.style !== undefined });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const errors = [];
  const loaded = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("dialog", (dialog) => {
    errors.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on("request", (request) => loaded.push(request.url()));
  page.on("requestfailed", (request) => request.failure()?.errorText === "csp" && loaded.splice(loaded.indexOf(request.url()), 1));
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
  if (visit.axe) await page.evaluate(readFileSync(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8"));
  const read = visit.read ? await page.evaluate(`(${visit.read})()`) : null;
  const frames = await Promise.all(page.frames().slice(1).map((frame) => frame.evaluate(`(${visit.in_frames ?? OUTER})()`).catch(() => null)));
  if (visit.screenshot) await page.screenshot({ path: visit.screenshot, animations: "disabled" });
  found.push({ read, errors, loaded, frames, took });
  await context.close();
}
await browser.close();
process.stdout.write(JSON.stringify(found));
