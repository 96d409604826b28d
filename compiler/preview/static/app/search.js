// Search as one types: every page of every language folded once, then looked into by the browser's own search.
"use strict";
(() => {
  const { load, fold, store } = preview;
  const AT_ONCE = 8;
  const MOST = 2000;
  const indexes = new Map();

  /** One page in one language, or with its labels alone: a line for each row, its label and its text, folded. */
  class Hay {
    constructor(page, tag, lines) {
      this.page = page;
      this.tag = tag;
      this.text = lines.join("\n");
      this.starts = new Uint32Array(lines.length);
      let at = 0;
      lines.forEach((line, index) => {
        this.starts[index] = at;
        at += line.length + 1;
      });
    }

    /** Put rows that have all needles into a map with this language, each once, until it has more than `most`. */
    find(needles, wanted, most, found) {
      const [first, ...rest] = needles;
      let at = this.text.indexOf(first);
      while (at >= 0 && found.size <= most) {
        const index = this.lineAt(at);
        const row = this.page.start + index;
        const end = index + 1 < this.starts.length ? this.starts[index + 1] - 1 : this.text.length;
        if (!found.has(row) && wanted(row) && (rest.length === 0 || this.hasAll(rest, this.starts[index], end))) found.set(row, this.tag);
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
      const index = { texts: [], labels: [], complete: false, listeners: new Set() };
      indexes.set(area.name, index);
      fill(index, area);
    }
    return indexes.get(area.name);
  }

  const lineOf = (label, words) => (words ? `${label}\u0001${fold(words)}` : "");

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
        if (tag === source) index.labels.push(new Hay(page, "", labels));
        if (cells) index.texts.push(new Hay(page, tag, cells.map((cell, at) => lineOf(labels[at], store.words(page.kind, cell)))));
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

  /**
   * Return rows with the language in which they were found first, each once: at most `most` that are `wanted`.
   * `complete` tells whether everything has been looked into, `more` whether there are more than these.
   */
  function search(words, { kind, tag, wanted = () => true, most = MOST }) {
    const index = indexOf(store.area());
    const needles = fold(words).trim().split(" ").filter(Boolean).sort((a, b) => b.length - a.length);
    const found = new Map();
    if (needles.length > 0) {
      for (const hay of [...index.texts, ...index.labels]) {
        if ((!kind || hay.page.kind === kind) && (!tag || !hay.tag || hay.tag === tag)) hay.find(needles, wanted, most, found);
      }
    }
    const hits = [...found].map(([row, at]) => ({ row, tag: at })).slice(0, most).sort((a, b) => a.row - b.row);
    return { hits, complete: index.complete, more: found.size > most, index };
  }

  /** Begin anew, since there is other content. */
  const renew = () => indexes.clear();

  preview.search = { search, indexOf, renew };
})();
