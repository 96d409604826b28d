// What a change means for the visitors of one area: every entry and setting that differs, before and after.
"use strict";
(() => {
  const { h, address, store, parts, views } = preview;
  const LONG = 600;

  views.changes = async (name) => {
    const area = store.data.areas.find((one) => one.name === name) ?? store.area();
    if (!store.data.base) return h("div", {}, h("h1", {}, "Changes"), h("p", {}, "Nothing to compare with: make the preview with ", h("code", {}, "--base REV"), "."));
    const changes = await store.changes(area);
    return h("div", { class: "changes" }, h("h1", {}, `What changes in ${area.title ?? area.name}`), h("p", { class: "quiet" }, `since ${store.data.base}`),
      h("nav", { class: "filters", "aria-label": "Areas" }, store.data.areas.map((one) =>
        h("a", { class: "chip", href: address("changes", one.name, { area: one.name }), "aria-current": one === area ? "true" : null }, `${one.title ?? one.name} (${one.changes.entries + one.changes.values})`))),
      settings(changes.values), await entries(changes.rows, area));
  };

  const settings = (values) => (values.length ? h("section", {}, h("h2", {}, "Settings"),
    h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Settings" }, h("table", { class: "values" },
      h("thead", {}, h("tr", {}, ["Setting", "Before", "After"].map((one) => h("th", { scope: "col" }, one)))),
      h("tbody", {}, values.map(([key, before, now]) => h("tr", {}, h("th", { scope: "row" }, key),
        [before, now].map((one) => h("td", {}, h("code", {}, one === null ? "–" : JSON.stringify(one)))))))))) : null);

  async function entries(byLocale, area) {
    const numbers = [...new Set(Object.values(byLocale).flatMap((rows) => [...rows.keys()]))].sort((a, b) => a - b);
    if (numbers.length === 0) return h("p", {}, "Visitors see no difference in any text.");
    const shown = numbers.slice(0, 200);
    const items = await Promise.all(shown.map((number) => entry(number, byLocale, area)));
    return h("section", {}, h("h2", {}, parts.count(numbers.length, "entry", "entries")), h("ul", { class: "change-list" }, items),
      numbers.length > shown.length ? h("p", {}, h("a", { href: address("list", "", { state: "changed" }) }, "All of them")) : null);
  }

  async function entry(number, byLocale, area) {
    const row = await store.row(number, area);
    const tags = store.data.tags.filter((tag) => byLocale[tag]?.has(number));
    const lines = await Promise.all(tags.map(async (tag) => line(row, tag, byLocale[tag].get(number), await store.cell(number, tag, area))));
    return h("li", {}, h("h3", {}, h("a", { href: address("entry", row.reference, { locale: tags[0] }) }, row.label), " ", h("span", { class: "badge" }, parts.KINDS[row.kind])),
      h("table", { class: "before-after" }, h("tbody", {}, lines)));
  }

  function line(row, tag, before, now) {
    const head = h("th", { scope: "row" }, h("a", { href: address("entry", row.reference, { locale: tag }) }, tag));
    return h("tr", {}, head, before === null || now === null ? alone(row.kind, tag, before, now) : both(tag, ...differing(row.kind, before, now)));
  }

  function alone(kind, tag, before, now) {
    const one = h("td", {}, parts.words(tag, preview.clipped(store.words(kind, before ?? now), LONG)));
    const other = h("td", { class: "quiet" }, before === null ? "not there" : "not there any more");
    return before === null ? [other, one] : [one, other];
  }

  function both(tag, before, now) {
    if (before === now) return h("td", { class: "quiet", colspan: "2" }, "The same words; its look or its properties differ.");
    return preview.difference(before, now, { short: true }).map((some) => h("td", {}, parts.words(tag, some)));
  }

  /** Return the words of two cells; of a template with the first sample in which they differ. */
  function differing(kind, before, now) {
    const words = (cell, name) => store.words(kind, kind === "templates" ? { samples: cell.samples.filter((one) => one.name === name) } : cell);
    const names = kind === "templates" ? now.samples.map((one) => one.name) : [""];
    const found = names.map((name) => [words(before, name), words(now, name)]);
    return found.find(([old, fresh]) => old && old !== fresh) ?? found[0];
  }
})();
