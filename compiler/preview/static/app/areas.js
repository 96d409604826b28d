// Areas: what each really gets, where each value comes from, and what differs from what all share.
"use strict";
(() => {
  const { h, address, load, place, store, parts, views } = preview;
  const ORIGINS = { area: "this area", owner: "its owner", shared: "shared", default: "default", cldr: "CLDR" };

  views.areas = async (name) => {
    const area = store.data.areas.find((one) => one.name === name) ?? store.area();
    const [values, found] = await Promise.all([load(area.values), store.areaFindings(area)]);
    const only = place().parameters.only === "own";
    const shown = only ? values.filter((one) => one.instead_of) : values;
    return h("div", { class: "areas" }, h("h1", {}, area.title ?? area.name),
      h("p", { class: "quiet" }, [area.name, area.type?.replaceAll("_", " "), area.url].filter(Boolean).join(" · ")),
      h("nav", { class: "filters", "aria-label": "Areas" }, store.data.areas.map((one) =>
        h("a", { class: "chip", href: address("areas", one.name, { area: one.name, ...(only ? { only: "own" } : {}) }), "aria-current": one === area ? "true" : null }, one.title ?? one.name)),
      h("a", { class: "chip", href: address("areas", area.name, only ? { only: "" } : { only: "own" }), "aria-current": only ? "true" : null }, "What differs from shared")),
      branding(values), preview.findings.section(found), table(shown));
  };

  function branding(values) {
    const colors = values.filter((one) => one.key[0] === "branding" && one.key[1] === "colors" && typeof one.value === "string");
    if (colors.length === 0) return null;
    return h("ul", { class: "swatches", "aria-label": "Colours" }, colors.map((one) => {
      const patch = h("span", { class: "swatch", "aria-hidden": "true" });
      patch.style.backgroundColor = one.value;
      return h("li", {}, patch, `${one.key[2]} `, h("code", {}, one.value));
    }));
  }

  function table(values) {
    if (values.length === 0) return h("p", { class: "quiet" }, "Nothing differs from what all areas share.");
    const groups = new Map();
    for (const one of values) {
      const group = one.key.length === 1 ? "record" : one.key[0];
      groups.set(group, [...(groups.get(group) ?? []), one]);
    }
    return [...groups].map(([group, some]) => h("section", {}, h("h2", {}, group.replaceAll("_", " ")),
      h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": group },
        h("table", { class: "values" }, h("thead", {}, h("tr", {}, ["Setting", "Value", "From", "Where"].map((one) => h("th", { scope: "col" }, one)))),
          h("tbody", {}, some.map(valueRow))))));
  }

  function valueRow(one) {
    const instead = one.instead_of;
    return h("tr", { class: instead ? "own" : null }, h("th", { scope: "row" }, one.key.slice(1).join(".") || one.key[0]),
      h("td", {}, value(one.value, one.note), instead ? h("div", { class: "instead" }, "instead of ", value(instead.value), " ", parts.place(instead.place)) : null),
      h("td", {}, h("span", { class: `origin ${one.origin}` }, ORIGINS[one.origin] ?? one.origin)), h("td", {}, one.place ? parts.place(one.place) : ""));
  }

  function value(some, note) {
    if (some === null && note) return h("span", { class: "quiet" }, note);
    if (typeof some === "string") return h("bdi", {}, some);
    return h("code", {}, JSON.stringify(some));
  }
})();
