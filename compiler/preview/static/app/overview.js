// The way in: how complete each language is, what the areas are, what is wrong.
"use strict";
(() => {
  const { h, address, store, parts, views } = preview;

  views.overview = async () => {
    const { data } = store;
    return h("div", { class: "overview" }, h("h1", {}, "All content"), counts(data), matrix(data), areas(data), findings(data.findings));
  };

  const counts = (data) => h("ul", { class: "counts" }, data.kinds.filter((one) => one.total).map((one) =>
    h("li", {}, h("a", { href: address("list", one.name) }, h("strong", {}, parts.number(one.total)), ` ${parts.KINDS[one.name].toLowerCase()}`))));

  function matrix(data) {
    const kinds = data.kinds.map((one) => one.name).filter((kind) => data.matrix.source.kinds[kind]);
    const head = h("tr", {}, ["Language", "Complete", "Missing", "Stale", "Unreviewed", ...kinds.map((kind) => parts.KINDS[kind])]
      .map((one) => h("th", { scope: "col" }, one)));
    return h("section", { "aria-labelledby": "languages" }, h("h2", { id: "languages" }, "Languages"),
      h("div", { class: "scroll", tabindex: "0", role: "region", "aria-labelledby": "languages" },
        h("table", { class: "matrix" }, h("thead", {}, head), h("tbody", {}, sourceRow(data, kinds), data.matrix.rows.map((row) => languageRow(row, kinds))))), twice(data, kinds));
  }

  /** Say why the table counts more than there are entries, where it does. */
  function twice(data, kinds) {
    const more = kinds.some((kind) => data.matrix.source.kinds[kind][0] > data.kinds.find((one) => one.name === kind).total);
    return more ? h("p", { class: "quiet" }, "What an area has otherwise is counted once more here.") : null;
  }

  function sourceRow(data, kinds) {
    const { source } = data.matrix;
    return h("tr", {}, language(source), h("td", { class: "quiet", colspan: 4 }, "the source"),
      kinds.map((kind) => h("td", { class: "number" }, h("a", { href: address("list", kind) }, parts.number(source.kinds[kind][0])))));
  }

  function language(row) {
    const { name, english } = store.locale(row.locale);
    return h("th", { scope: "row" }, parts.words(row.locale, name), " ",
      h("span", { class: "quiet" }, name === english ? row.locale : `${english}, ${row.locale}`),
      row.enabled ? null : h("span", { class: "badge", title: "It is translated, and nobody can choose it yet." }, "not enabled"));
  }

  function languageRow(row, kinds) {
    const all = Object.values(row.kinds).reduce((sum, one) => sum.map((value, index) => value + one[index]), [0, 0, 0, 0]);
    return h("tr", {}, language(row), h("td", {}, bar(all)),
      ["missing", "stale", "unreviewed"].map((state, index) => h("td", { class: "number" }, behind(row, state, all[index + 1]))),
      kinds.map((kind) => h("td", {}, cell(row, kind))));
  }

  const behind = (row, state, number) => (number
    ? h("a", { class: `behind ${state}`, href: address("list", "", { locale: row.locale, state }), "aria-label": `${number} ${state} in ${store.locale(row.locale).english}` }, parts.number(number))
    : h("span", { class: "quiet" }, "0"));

  function cell(row, kind) {
    const tally = row.kinds[kind];
    if (!tally) return h("span", { class: "quiet" }, "–");
    const label = `${parts.KINDS[kind]} in ${store.locale(row.locale).english}`;
    const complete = tally[1] + tally[2] + tally[3] === 0;
    return h("a", { href: address("list", kind, { locale: row.locale, ...(complete ? {} : { state: "behind" }) }), "aria-label": `${label}: ${percent(tally)} %` }, bar(tally));
  }

  const percent = ([total, ...late]) => (total ? Math.floor((100 * (total - late.reduce((sum, one) => sum + one, 0))) / total) : 100);

  function bar(tally) {
    const value = percent(tally);
    const fill = h("span", { class: `fill${value === 100 ? " whole" : ""}` });
    fill.style.width = `${value}%`;
    return h("span", { class: "bar" }, h("span", { class: "track", "aria-hidden": "true" }, fill), h("span", { class: "percent" }, `${value} %`));
  }

  function areas(data) {
    return h("section", {}, h("h2", {}, "Areas"), h("ul", { class: "cards" }, data.areas.map((area) =>
      h("li", {}, h("h3", {}, h("a", { href: address("areas", area.name, { area: area.name }) }, area.title ?? area.name)),
        h("p", { class: "quiet" }, [area.type?.replaceAll("_", " "), area.locales.join(", ")].filter(Boolean).join(" · ")),
        changed(area), h("p", {}, h("a", { href: address("list", "", { area: area.name }) }, "What its visitors see"))))));
  }

  function changed(area) {
    if (!area.changes) return null;
    const { entries, values } = area.changes;
    const said = [entries ? parts.count(entries, "entry", "entries") : null, values ? parts.count(values, "setting") : null].filter(Boolean).join(" and ");
    return said ? h("p", {}, h("a", { class: "changed", href: address("changes", area.name, { area: area.name }) }, `${said} changed`))
      : h("p", { class: "quiet" }, "Nothing changes.");
  }

  const findings = (found) => h("section", {}, h("h2", {}, "Findings"), h("ul", { class: "counts" },
    [["error", "error"], ["warning", "warning"], ["info", "remark"]].map(([severity, noun]) =>
      h("li", {}, h("a", { class: severity, href: address("findings", "", { severity }) }, h("strong", {}, parts.number(found[severity])), ` ${noun}${found[severity] === 1 ? "" : "s"}`)))));
})();
