// Small pieces that several views are made of.
"use strict";
(() => {
  const { h, address, store, say } = preview;
  const FOLDED_AT_ONCE = 64;

  const KINDS = {
    translations: "Strings", texts: "Texts", templates: "Templates", banners: "Banners",
    documents: "Documents", levels: "Levels", statuses: "Statuses",
  };
  const MARKS = {
    source: "●", current: "✓", inherited: "↑", missing: "○", stale: "◐", unreviewed: "?", inactive: "–", orphaned: "✕",
  };
  const MEANINGS = {
    source: "source text", current: "up to date", inherited: "as in the parent language", missing: "missing",
    stale: "older than its source", unreviewed: "not reviewed", inactive: "not shown to anybody", orphaned: "without a source text",
  };

  /** Return a number with thousands parted. */
  const number = (value) => value.toLocaleString("en");

  /** Return a count with its noun. */
  const count = (value, one, several = `${one}s`) => `${number(value)} ${value === 1 ? one : several}`;

  /** Return an element for words of a language, which have its direction. */
  function words(tag, text, attributes = {}) {
    const { direction } = store.locale(tag);
    return h("span", { lang: tag, dir: direction, ...attributes }, text);
  }

  /** Return how an entry stands in a language, as a mark that links there. */
  function mark(row, tag) {
    const state = row.states[tag];
    const meaning = state ? MEANINGS[state] : "none";
    return h("a", {
      class: `mark ${state ?? "none"}`, href: address("entry", row.reference, { locale: tag }), title: `${store.locale(tag).english ?? tag}: ${meaning}`,
    }, h("span", { class: "sign", "aria-hidden": "true" }, MARKS[state] ?? " "), tag, h("span", { class: "hidden" }, `: ${meaning}`));
  }

  /** Return a state in words. */
  const state = (name) => h("span", { class: `state ${name}` }, h("span", { class: "sign", "aria-hidden": "true" }, MARKS[name]), ` ${MEANINGS[name]}`);

  /** Return a place in a file: a link where files can be read, else something to copy. */
  function place([path, line]) {
    const text = line ? `${path}:${line}` : path;
    const template = store.data.source_url;
    if (template) {
      const url = template.replaceAll("{path}", path.split("/").map(encodeURIComponent).join("/")).replaceAll("{line}", String(line || 1));
      return h("a", { class: "place", href: url, rel: "noreferrer", target: "_blank" }, text);
    }
    return h("button", { class: "place", type: "button", title: "Copy", onclick: () => copy(text) }, text);
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      say(`Copied: ${text}`);
    } catch {
      say("The browser does not let this page copy.");
    }
  }

  /** Return buttons of which one is pressed; `choose` gets the name of another one. */
  function choices(label, names, chosen, choose, titles = {}) {
    return h("div", { class: "choices", role: "group", "aria-label": label }, names.map((name) =>
      h("button", { type: "button", "aria-pressed": String(name === chosen), onclick: () => choose(name) }, titles[name] ?? name)));
  }

  /** Return a table of keys and values, of any depth. */
  function properties(value) {
    if (value === null || typeof value !== "object") return h("code", {}, JSON.stringify(value) ?? "–");
    const entries = Object.entries(value);
    if (entries.length === 0) return h("span", { class: "quiet" }, Array.isArray(value) ? "[ ]" : "{ }");
    return h("table", { class: "properties" }, h("tbody", {}, entries.map(([key, one]) =>
      h("tr", {}, h("th", { scope: "row" }, key), h("td", {}, typeof one === "string" ? h("bdi", {}, one) : properties(one))))));
  }

  /** Return a text with the words marked that were looked for. */
  function found(text, needles) {
    const spaced = text.replace(/\s+/g, " ");
    const hay = preview.fold(spaced);
    const first = needles.map((needle) => [hay.indexOf(needle), needle.length]).filter(([at]) => at >= 0).sort((a, b) => a[0] - b[0])[0];
    if (!first) return [clipped(text)];
    const signs = [...spaced];
    const begin = signAt(signs, first[0]);
    const stop = signAt(signs, first[0] + first[1] - 1) + 1;
    const from = begin > 60 ? begin - 40 : 0;
    return [from ? "…" : "", signs.slice(from, begin).join(""), h("mark", {}, signs.slice(begin, stop).join("")), clipped(signs.slice(stop).join(""))];
  }

  /** Return the number of the sign that a position of the folded text belongs to; far ones are folded many at once. */
  function signAt(signs, position) {
    let index = 0;
    let sum = 0;
    for (let size; index < signs.length; index += FOLDED_AT_ONCE, sum += size) {
      size = preview.fold(signs.slice(index, index + FOLDED_AT_ONCE).join("")).length;
      if (sum + size > position) break;
    }
    for (; index < signs.length; index += 1) {
      sum += preview.fold(signs[index]).length;
      if (sum > position) return index;
    }
    return signs.length - 1;
  }

  const clipped = (text) => preview.clipped(text, 180);

  preview.parts = { KINDS, MARKS, MEANINGS, number, count, words, mark, state, place, choices, properties, found };
})();
