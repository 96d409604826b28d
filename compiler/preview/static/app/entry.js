// One entry: a tab for each language and one for all, what is wrong with it, before and after.
"use strict";
(() => {
  const { h, address, place, store, parts, kinds, strings, list, findings, views } = preview;
  const ALL = "all";

  views.entry = async (reference) => {
    const number = await store.find(reference);
    if (number === undefined) return h("div", {}, h("h1", {}, "Not here"), h("p", {}, "There is no ", h("code", {}, reference), "."));
    const [known, places, changes, found] = await Promise.all([store.row(number), store.places(number), store.changes(), store.findings(number)]);
    const row = { ...known, places };
    const tags = store.data.tags.filter((tag) => row.states[tag] || store.area().locales.includes(tag));
    const wanted = place().parameters.locale;
    const chosen = wanted === ALL || tags.includes(wanted) ? wanted : tags[0];
    return h("div", { class: "entry" }, head(row), tabs(row, tags, chosen, changes),
      chosen === ALL ? await all(row, tags, changes) : await one(row, chosen, changes), findings.section(found));
  };

  function head(row) {
    const where = row.places[""];
    return h("div", { class: "entry-head" }, h("p", { class: "crumbs" }, h("a", { href: address("list", row.kind) }, parts.KINDS[row.kind])),
      h("h1", {}, row.label), h("p", {}, list.badges(row), where ? parts.place(where) : null));
  }

  function tabs(row, tags, chosen, changes) {
    const tab = (tag, ...content) => h("a", { class: "tab", href: address("entry", row.reference, { locale: tag }), "aria-current": tag === chosen ? "page" : null }, content);
    return h("nav", { class: "tabs", "aria-label": "Languages" },
      tags.map((tag) => tab(tag, h("span", { class: `sign ${row.states[tag] ?? "none"}`, "aria-hidden": "true" }, parts.MARKS[row.states[tag]] ?? "·"), " ",
        parts.words(tag, store.locale(tag).name), changes?.rows[tag]?.has(row.number) ? h("span", { class: "badge" }, "changed") : null)),
      tab(ALL, "Show all"));
  }

  async function one(row, tag, changes) {
    const cell = await store.cell(row.number, tag);
    const before = changes?.rows[tag];
    const form = strings.form(row.kind === "translations" ? [cell, before?.get(row.number)] : []);
    const shown = before?.has(row.number) ? sides(row, tag, before.get(row.number), cell) : kinds.view(row.kind, cell, tag);
    return h("section", { class: "language", "aria-label": store.locale(tag).english }, standing(row, tag), form, shown);
  }

  function standing(row, tag) {
    const where = row.places[tag];
    const enabled = store.data.locales.find((one) => one.tag === tag)?.enabled;
    return h("p", { class: "standing" }, row.states[tag] ? parts.state(row.states[tag]) : h("span", { class: "quiet" }, "none"),
      enabled ? null : h("span", { class: "badge" }, "not enabled: nobody sees it yet"),
      where && String(where) !== String(row.places[""]) ? parts.place(where) : null);
  }

  /** Return both versions beside each other; of plain words with what differs marked. */
  function sides(row, tag, before, now, options = { beside: true }) {
    const plain = [before, now].every((cell) => cell === null || typeof cell === "string");
    const [old, fresh] = plain && before !== null && now !== null ? preview.difference(before, now).map((some) => h("p", { class: "string" }, parts.words(tag, some)))
      : [before, now].map((cell) => kinds.view(row.kind, cell, tag, options));
    return h("div", { class: "sides" }, h("section", { class: "before" }, h("h2", {}, "Before"), old), h("section", { class: "after" }, h("h2", {}, "After"), fresh));
  }

  async function all(row, tags, changes) {
    const cells = await Promise.all(tags.map((tag) => store.cell(row.number, tag)));
    const form = row.kind === "translations" ? strings.form(cells) : null;
    return h("div", {}, form, h("div", { class: "side-by-side" }, tags.map((tag, index) =>
      h("section", { class: "language", "aria-label": store.locale(tag).english }, h("h2", {}, parts.words(tag, store.locale(tag).name)), standing(row, tag),
        changes?.rows[tag]?.has(row.number) ? sides(row, tag, changes.rows[tag].get(row.number), cells[index], { compact: true }) : kinds.view(row.kind, cells[index], tag, { compact: true })))));
  }
})();
