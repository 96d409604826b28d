// What is wrong, at its entry and all together, each with its file and line.
"use strict";
(() => {
  const { h, address, load, place, store, parts, views } = preview;
  const AT_ONCE = 200;
  const SEVERITIES = { error: "Errors", warning: "Warnings", info: "Remarks" };

  views.findings = async () => {
    const asked = place().parameters.severity;
    const severity = Object.hasOwn(SEVERITIES, asked ?? "") ? asked : undefined;
    const all = (await Promise.all(store.data.findings.files.map(load))).flat();
    const weights = Object.keys(SEVERITIES);
    const shown = all.filter((one) => !severity || one.severity === severity)
      .sort((a, b) => weights.indexOf(a.severity) - weights.indexOf(b.severity));
    const rows = h("ul", { class: "findings" }, shown.slice(0, AT_ONCE).map((one) => item(one, true)));
    return h("div", {}, h("h1", {}, "Findings"), h("nav", { class: "filters", "aria-label": "Severity" },
      h("a", { class: "chip", href: address("findings"), "aria-current": severity ? null : "true" }, "All"),
      Object.entries(SEVERITIES).map(([name, title]) => h("a", { class: "chip", href: address("findings", "", { severity: name }), "aria-current": name === severity ? "true" : null },
        `${title} (${parts.number(store.data.findings[name])})`))),
    shown.length ? null : h("p", { class: "quiet" }, "There are none."), rows,
    shown.length > AT_ONCE ? h("p", { class: "quiet" }, `${parts.number(shown.length - AT_ONCE)} more; \`clientarea check\` lists all.`) : null);
  };

  function item(one, withEntry) {
    const entry = withEntry && one.row !== null ? h("a", { href: address("entry", one.entity, { locale: one.locale }) }, one.entity) : null;
    return h("li", { class: one.severity }, h("p", {}, h("strong", { class: "severity" }, one.severity), " ", h("span", { dir: "auto" }, one.message), " ", h("code", { class: "rule" }, one.rule)),
      one.hint ? h("p", { class: "hint", dir: "auto" }, one.hint) : null, h("p", {}, parts.place([one.path, one.line]), " ", entry));
  }

  /** Return the findings of one entry. */
  const section = (found) => (found.length
    ? h("section", {}, h("h2", {}, "Findings"), h("ul", { class: "findings" }, found.map((one) => item(one, false)))) : null);

  preview.findings = { section };
})();
