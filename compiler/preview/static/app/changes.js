// What a change means for the visitors of one area: every entry and setting that differs, before and after.
"use strict";
(() => {
  const { h, address, store, parts, views } = preview;

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
    const [old, fresh] = [before, now].map((cell) => store.words(row.kind, cell));
    const [one, other] = before === null ? [null, fresh] : now === null ? [old, null] : old === fresh ? [null, "Its look or its properties differ."] : parts.difference(parts.clipped(old, 600), parts.clipped(fresh, 600));
    const cell = (some, nothing) => h("td", {}, some === null ? h("span", { class: "quiet" }, nothing) : parts.words(tag, some));
    return h("tr", {}, h("th", { scope: "row" }, h("a", { href: address("entry", row.reference, { locale: tag }) }, tag)), cell(one, before === null ? "not there" : ""), cell(other, "not there any more"));
  }
})();
