// The content: rows with their states, and the cells that an area publishes of them.
"use strict";
(() => {
  const { load, renewed } = preview;
  const STATES = {
    o: "source", c: "current", h: "inherited", m: "missing", s: "stale", u: "unreviewed", i: "inactive", x: "orphaned",
  };
  const AT_ONCE = 8;
  let data;
  let written;

  /** Load what the first page needs, as it is now; tell whether that is anything new. */
  async function open() {
    const now = await renewed("overview");
    const text = JSON.stringify(now);
    if (text === written) return false;
    written = text;
    let start = 0;
    const pages = now.pages.map(([kind, size, file, placesFile], number) => {
      const page = { number, kind: now.kinds[kind].name, start, size, file, placesFile };
      start += size;
      return page;
    });
    data = { ...now, pages, total: start, tags: now.locales.map((one) => one.tag) };
    return true;
  }

  const locale = (tag) => data.locales.find((one) => one.tag === tag) ?? { tag, name: tag, direction: "ltr", plurals: [] };

  /** Return the area that is looked at: the one that the address names, else the first. */
  function area() {
    const name = preview.place().parameters.area;
    return data.areas.find((one) => one.name === name) ?? data.areas[0];
  }

  /** Return the page that has a row. */
  function pageOf(row) {
    let low = 0;
    let high = data.pages.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (data.pages[middle].start <= row) low = middle;
      else high = middle - 1;
    }
    return data.pages[low];
  }

  /** Return a row as an area has it: label, states by language, flags. */
  async function row(number, of = area()) {
    const page = pageOf(number);
    return rowIn(page, await load(page.file), number - page.start, of);
  }

  function rowIn(page, content, index, of) {
    const layers = content.layers[index];
    const shared = layers.find(([name]) => name === null);
    const own = layers.find(([name]) => name === of.name);
    const base = shared ?? own ?? layers[0];
    const states = {};
    data.tags.forEach((tag, column) => {
      const mine = own?.[1][column];
      const sign = mine && mine !== " " ? mine : base?.[1][column];
      if (sign && sign !== " ") states[tag] = STATES[sign];
    });
    const flags = `${own?.[2] ?? ""}${base?.[2] ?? ""}`;
    return {
      number: page.start + index,
      kind: page.kind,
      label: content.labels[index],
      reference: `${page.kind}/${content.labels[index]}`,
      states,
      locked: flags.includes("l"),
      inactive: (own ?? base)?.[2].includes("i") ?? false,
      gone: content.gone.includes(index),
      overlays: layers.map(([name]) => name).filter((name) => name !== null),
      own: own !== undefined && shared !== undefined,
      elsewhere: !shared && !own && layers.length > 0,
    };
  }

  /** Return where a row is written as an area has it (`""`), and each language; the area's own file first. */
  async function places(number, of = area()) {
    const page = pageOf(number);
    const [content, written] = await Promise.all([load(page.file), load(page.placesFile)]);
    const layers = content.layers[number - page.start].map(([name], index) => ({ name, spots: written.places[number - page.start][index] }));
    const shared = layers.find(({ name }) => name === null);
    const own = layers.find(({ name }) => name === of.name);
    const found = {};
    ["", ...data.tags].forEach((tag, column) => {
      for (const one of own ? [own, shared] : [shared ?? layers[0]]) {
        const path = one?.spots[2 * column];
        if (path && !found[tag]) found[tag] = [written.paths[path - 1], one.spots[2 * column + 1]];
      }
    });
    return found;
  }

  /** Return the number of the row of a reference, undefined where there is none. */
  async function find(reference) {
    const kind = reference.slice(0, reference.indexOf("/"));
    const label = reference.slice(kind.length + 1);
    const pages = data.pages.filter((one) => one.kind === kind);
    for (let at = 0; at < pages.length; at += AT_ONCE) {
      const some = pages.slice(at, at + AT_ONCE);
      for (const [index, content] of (await Promise.all(some.map((one) => load(one.file)))).entries()) {
        const found = content.labels.indexOf(label);
        if (found >= 0) return some[index].start + found;
      }
    }
    return undefined;
  }

  /** Return the cells of a page in a language, null where nothing is published. */
  async function cells(page, tag, of = area()) {
    const files = (await load(of.cells))[tag];
    const file = files?.[page.number];
    return file ? load(file) : null;
  }

  /** Return what an area publishes of a row in a language. */
  async function cell(number, tag, of = area()) {
    const page = pageOf(number);
    return (await cells(page, tag, of))?.[number - page.start] ?? null;
  }

  /** Return the words of a cell: what is searched, and shown in lists. */
  function words(kind, cell) {
    if (cell === null || cell === undefined) return "";
    if (typeof cell === "string") return cell;
    if (Array.isArray(cell)) return cell[0];
    return WORDS[kind]?.(cell) ?? joined(cell.title, cell.text);
  }

  const joined = (...parts) => parts.filter(Boolean).join(" · ");
  const WORDS = {
    templates: (one) => joined(one.samples[0]?.subject, one.samples[0]?.text ?? one.samples[0]?.trouble),
    banners: (one) => joined(one.title, ...new Set(Object.values(one.slots).map((slot) => slot.alt))),
    documents: (one) => joined(one.title, one.name === one.title ? "" : one.name, one.text, one.file ? "" : one.link),
    levels: (one) => joined(one.title, one.text, ...Object.values(one.fields).map((field) => field.name)),
  };

  /** Return the numbers of rows that ranges hold. */
  function* numbers(ranges) {
    let end = 0;
    for (let index = 0; index < ranges.length; index += 2) {
      const begin = end + ranges[index];
      end = begin + ranges[index + 1];
      for (let number = begin; number < end; number += 1) yield number;
    }
  }

  /** Return what changes for an area, by language; null without a base. */
  async function changes(of = area()) {
    if (!of.changes) return null;
    const { rows, values } = await load(of.changes.file);
    const byLocale = Object.fromEntries(Object.entries(rows).map(([tag, pairs]) => [tag, new Map(pairs)]));
    return { rows: byLocale, values };
  }

  /** Return the findings of a row. */
  async function findings(number) {
    const file = data.findings.pages[pageOf(number).number];
    return numbered(file ? (await load(file))[number] ?? [] : []);
  }

  /** Return the findings about an area itself. */
  const areaFindings = (of) => numbered(data.findings.areas[of.name] ?? []);

  function numbered(own) {
    const { files, at_once: atOnce } = data.findings;
    return Promise.all(own.map(async (one) => (await load(files[Math.floor(one / atOnce)]))[one % atOnce]));
  }

  preview.store = {
    open, locale, area, row, places, find, cells, cell, words, numbers, changes, findings, areaFindings,
    get data() { return data; },
  };
})();
