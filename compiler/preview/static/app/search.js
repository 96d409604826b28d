// Search as one types: every page of every language folded once, then looked into by the browser's own search.
"use strict";
(() => {
  const { load, fold, store } = preview;
  const AT_ONCE = 8;
  const indexes = new Map();

  /** One page in one language: a line for each row, its label and its text, folded. */
  class Hay {
    constructor(page, tag, labels, texts) {
      this.page = page;
      this.tag = tag;
      const lines = texts.map((text, index) => (text ? `${labels[index]}\u0001${fold(text)}` : ""));
      this.text = lines.join("\n");
      this.starts = new Uint32Array(lines.length);
      let at = 0;
      lines.forEach((line, index) => {
        this.starts[index] = at;
        at += line.length + 1;
      });
    }

    /** Put the indexes of rows that have all needles into a list, up to a number of them. */
    find(needles, most, found) {
      const [first, ...rest] = needles;
      let at = this.text.indexOf(first);
      while (at >= 0 && found.length < most) {
        const index = this.lineAt(at);
        const end = index + 1 < this.starts.length ? this.starts[index + 1] - 1 : this.text.length;
        if (rest.length === 0 || this.hasAll(rest, this.starts[index], end)) {
          found.push({ row: this.page.start + index, tag: this.tag });
        }
        at = this.text.indexOf(first, end);
      }
    }

    hasAll(needles, start, end) {
      const line = this.text.slice(start, end);
      return needles.every((needle) => line.includes(needle));
    }

    lineAt(position) {
      let low = 0;
      let high = this.starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (this.starts[middle] <= position) low = middle;
        else high = middle - 1;
      }
      return low;
    }
  }

  /** Return the index of what an area publishes; it fills while it is used. */
  function indexOf(area) {
    if (!indexes.has(area.name)) {
      const index = { hays: [], complete: false, listeners: new Set() };
      indexes.set(area.name, index);
      fill(index, area);
    }
    return indexes.get(area.name);
  }

  async function fill(index, area) {
    const { pages, source } = store.data;
    const tags = [source, ...area.locales.filter((tag) => tag !== source)];
    const tasks = tags.flatMap((tag) => pages.map((page) => ({ page, tag })));
    let next = 0;
    async function work() {
      while (next < tasks.length) {
        const { page, tag } = tasks[next];
        next += 1;
        const [content, cells] = await Promise.all([load(page.file), store.cells(page, tag, area)]);
        const labels = content.labels.map(fold);
        if (cells) {
          index.hays.push(new Hay(page, tag, labels, cells.map((cell) => store.words(page.kind, cell))));
        } else if (tag === source) {
          index.hays.push(new Hay(page, "", labels, labels.map(() => " ")));
        }
        tell(index);
        await new Promise((resolve) => { setTimeout(resolve); });
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    index.complete = true;
    tell(index);
  }

  function tell(index) {
    for (const listener of index.listeners) listener();
  }

  /** Return rows with the language in which they were found first, each once, and whether that is all. */
  function search(words, { kind, tag, most = 2000 }) {
    const index = indexOf(store.area());
    const needles = fold(words).trim().split(" ").filter(Boolean).sort((a, b) => b.length - a.length);
    if (needles.length === 0) return { hits: [], complete: true, index };
    const hays = index.hays.filter((hay) => (!kind || hay.page.kind === kind) && (!tag || !hay.tag || hay.tag === tag));
    const found = [];
    for (const hay of hays) hay.find(needles, most, found);
    const byRow = new Map();
    for (const hit of found) if (!byRow.has(hit.row)) byRow.set(hit.row, hit.tag);
    const hits = [...byRow].map(([row, at]) => ({ row, tag: at })).sort((a, b) => a.row - b.row);
    return { hits, complete: index.complete && found.length < most, index };
  }

  /** Begin anew, since there is other content. */
  const renew = () => indexes.clear();

  preview.search = { search, indexOf, renew };
})();
