// Makes renditions with sharp, as well as it can be done with it: every image is unpacked once, scaled once a width, and
// encoded from the pixels. `node renditions.mjs JOB`: JOB is JSON with
//   images     the files
//   target     the folder for `<image>-<width>.<format>`
//   widths     in pixels
//   formats    by name of the format its options
//   jobs       images that are worked on at once
//   threads    threads of libvips for each
import { readFileSync } from "node:fs";
import { basename, join, parse } from "node:path";
import sharp from "sharp";

const job = JSON.parse(readFileSync(process.argv[2], "utf8"));
sharp.cache(false);
sharp.concurrency(job.threads);

async function pixels(pipeline) {
  const { data, info } = await pipeline.raw().toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
}

async function renditions(path) {
  const whole = await pixels(sharp(path));
  for (const width of job.widths) {
    const scaled = await pixels(whole.clone().resize({ width }));
    for (const [format, options] of Object.entries(job.formats)) {
      const name = `${parse(basename(path)).name}-${width}.${format}`;
      await scaled.clone().toFormat(format, options).toFile(join(job.target, name));
    }
  }
}

const waiting = [...job.images];
async function worker() {
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) await renditions(path);
}
await Promise.all(Array.from({ length: job.jobs }, worker));
