// How an entry of each kind is shown in one language.
"use strict";
(() => {
  const { h, store, frames, parts, strings, mails, banners } = preview;

  /** Return what visitors get of an entry in a language. */
  function view(kind, cell, tag, options = {}) {
    if (cell === null || cell === undefined) return h("p", { class: "quiet" }, nothing(kind, tag));
    const own = kind === "translations" ? null : inherited(cell, tag);
    return h("div", { class: `kind ${kind}` }, KINDS[kind](cell, tag, options), own);
  }

  function nothing(kind, tag) {
    const area = store.area();
    if (!area.locales.includes(tag)) return `${area.title ?? area.name} is not offered in ${store.locale(tag).english}.`;
    return kind === "banners" ? "Not shown in this language." : "Nothing is published in this language.";
  }

  function inherited(cell, tag) {
    const origins = [...new Set(Object.values(cell.from ?? {}))].filter((one) => one !== tag);
    return origins.length ? h("p", { class: "note" }, `In part in the words of ${origins.map((one) => store.locale(one).english ?? one).join(", ")}.`) : null;
  }

  function text(cell, tag) {
    return h("article", {}, cell.title ? h("h3", {}, parts.words(tag, cell.title)) : null,
      cell.html ? frames.text(cell.html, tag, cell.title ?? "Text") : null, properties(cell));
  }

  const properties = (cell) => (Object.keys(cell.properties ?? {}).length
    ? h("details", { open: !cell.html }, h("summary", {}, "Properties"), parts.properties(cell.properties)) : null);

  function document_(cell, tag) {
    const facts = [cell.pages ? parts.count(cell.pages, "page") : null, cell.size ? `${parts.number(Math.ceil(cell.size / 1024))} KB` : null,
      cell.language, cell.expires ? `expires on ${cell.expires}` : null].filter(Boolean);
    const thumbnail = cell.thumbnail
      ? h("img", { class: "thumbnail", src: cell.thumbnail.src, width: cell.thumbnail.width, height: cell.thumbnail.height, alt: `First page of ${cell.name}` }) : null;
    return h("article", { class: "document" }, thumbnail, h("div", {}, h("h3", {}, parts.words(tag, cell.title)),
      cell.html ? frames.text(cell.html, tag, cell.title) : null, h("p", { class: "quiet" }, facts.join(" · ")),
      cell.file ? h("p", {}, h("a", { href: cell.file, target: "_blank" }, "Open the PDF")) : h("p", {}, h("code", {}, cell.link ?? ""))));
  }

  function record(cell, tag, options) {
    const fields = Object.entries(cell.fields ?? {}).map(([name, one]) =>
      h("li", {}, parts.words(tag, one.name ?? name), one.required ? " (required)" : ""));
    return h("article", {}, text(cell, tag, options), cell.type ? h("p", { class: "quiet" }, `Type: ${cell.type}`) : null,
      fields.length ? h("div", {}, h("h4", {}, "Fields"), h("ul", {}, fields)) : null);
  }

  const withProperties = (show) => (cell, tag, options) => h("div", {}, show(cell, tag, options), properties(cell));

  const KINDS = {
    translations: strings.view, texts: text, templates: mails.view, banners: withProperties(banners.view),
    documents: document_, levels: record, statuses: record,
  };
  preview.kinds = { view };
})();
