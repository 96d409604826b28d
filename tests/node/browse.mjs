// Opens a page in Chromium at every size of a window, and says which image it shows there.
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const { browser: executablePath, address, windows, screenshots } = JSON.parse(readFileSync(0));
const args = ["--no-proxy-server", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
const browser = await chromium.launch({ executablePath, args });
const shown = [];
for (const { width, density } of windows) {
  const context = await browser.newContext({
    viewport: { width, height: 600 },
    deviceScaleFactor: density,
  });
  const page = await context.newPage();
  const loaded = [];
  const errors = [];
  page.on("request", (request) => {
    if (request.resourceType() === "image" && !request.url().startsWith("data:")) loaded.push(request.url());
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(address);
  await page.waitForSelector("img");
  const image = await page.evaluate(async () => {
    const img = document.querySelector("img");
    await img.decode();
    const canvas = new OffscreenCanvas(1, 1).getContext("2d");
    canvas.drawImage(img, -img.naturalWidth / 2, -img.naturalHeight / 2);
    return {
      name: new URL(img.currentSrc).pathname.split("/").pop(),
      width: img.naturalWidth,
      height: img.naturalHeight,
      color: [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3),
      alt: img.alt,
      placeholder: img.style.background.includes("data:image/webp"),
    };
  });
  if (screenshots) await page.screenshot({ path: `${screenshots}/${width}@${density}.png` });
  shown.push({ width, density, loaded: loaded.map((url) => url.split("/").pop()), errors, image });
  await context.close();
}
await browser.close();
process.stdout.write(JSON.stringify(shown));
