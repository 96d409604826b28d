// A string: its message, a form for its arguments, and what comes of it in every plural category.
"use strict";
(() => {
  const { h, store, message, parts, focus } = preview;
  const SAMPLES = { number: "1234.5", plural: "3", date: "2026-03-06", time: "2026-03-06T14:30", text: "" };
  const INPUTS = { number: "number", plural: "number", date: "date", time: "datetime-local", text: "text" };
  const given = Object.create(null);

  /** Return what a string says in a language. */
  function view(cell, tag, { compact = false, beside = false } = {}) {
    if (typeof cell === "string") return h("p", { class: "string" }, parts.words(tag, cell));
    const [text, tree, origin] = cell;
    const from = origin && origin !== tag ? h("p", { class: "note" }, `In the words of ${store.locale(origin).english ?? origin}.`) : null;
    const spoken = origin ?? tag;
    if (!tree) return h("div", {}, h("p", { class: "string" }, parts.words(spoken, text)), from);
    return h("div", {}, live(text, tree, spoken, tag, { compact, beside }), from);
  }

  function live(text, tree, spoken, tag, { compact, beside }) {
    const args = message.argumentsOf(tree);
    const shown = h("p", { class: "string", "aria-live": "polite" });
    const table = h("div", {});
    const update = () => {
      const values = valuesOf(args);
      shown.replaceChildren(filled(tree, values, spoken, tag));
      table.replaceChildren(...(compact ? [] : [...args].flatMap(([name, one]) => ways(tree, values, name, one, spoken, tag))));
    };
    update();
    focus.follow(shown, "values", update);
    const written = h("details", { class: "written" }, h("summary", {}, "As it is written"), h("code", { dir: "auto" }, text));
    return h("div", {}, shown, compact ? null : table, compact || beside ? null : written);
  }

  /** Return the form for the arguments of a message; what is typed shows in every language at once. */
  function form(cells) {
    const args = new Map();
    for (const cell of cells) if (Array.isArray(cell) && cell[1]) message.argumentsOf(cell[1], args);
    if (args.size === 0) return null;
    const fields = [...args].map(([name, one]) => h("label", {}, h("span", {}, name), input(name, one)));
    return h("form", { class: "arguments", "aria-label": "Arguments of the message", onsubmit: (event) => event.preventDefault() }, fields);
  }

  function input(name, one) {
    const change = (event) => {
      given[name] = event.target.value;
      document.dispatchEvent(new Event("values"));
    };
    if (one.kind === "select") {
      return h("select", { onchange: change }, one.choices.map((choice) => h("option", { value: choice, selected: choice === valueOf(name, one) }, choice)));
    }
    return h("input", { type: INPUTS[one.kind], value: valueOf(name, one), step: "any", oninput: change });
  }

  const valueOf = (name, one) => given[name] ?? (one.kind === "select" ? one.choices[0] : SAMPLES[one.kind] || name);
  const valuesOf = (args) => Object.fromEntries([...args].map(([name, one]) => [name, typed(valueOf(name, one), one)]));

  function typed(value, one) {
    if (one.kind === "date") return `${value}T00:00:00Z`;
    return one.kind === "time" && !value.endsWith("Z") ? `${value}Z` : value;
  }

  function filled(tree, values, spoken, tag) {
    try {
      return parts.words(tag, elements(message.fill(tree, values, spoken)));
    } catch (error) {
      return h("span", { class: "trouble" }, `A runtime throws here: ${error.message}`);
    }
  }

  const elements = (some) => some.map((one) =>
    one.tag ? h("span", { class: "tag", title: `<${one.tag}>` }, elements(one.parts))
      : one.of ? h("span", { class: "value", title: one.of }, h("bdi", {}, one.text)) : one.text);

  /** Return a table of what an argument brings: each plural category, each choice. */
  function ways(tree, values, name, one, spoken, tag) {
    if (one.kind === "plural") {
      const numbers = Object.entries(message.examples(spoken, one.ordinal ? "ordinal" : "cardinal"));
      const exact = one.exact.map((selector) => [selector, Number(selector.slice(1))]);
      return [tableOf(name, [...exact, ...numbers], (value) => filled(tree, { ...values, [name]: value }, spoken, tag))];
    }
    if (one.kind !== "select") return [];
    return [tableOf(name, one.choices.map((choice) => [choice, choice]), (value) => filled(tree, { ...values, [name]: value }, spoken, tag))];
  }

  const tableOf = (name, rows, show) => h("table", { class: "ways" },
    h("caption", {}, h("code", {}, name)),
    h("tbody", {}, rows.map(([label, value]) => h("tr", {}, h("th", { scope: "row" }, label), h("td", { class: "number" }, label === value ? "" : String(value)), h("td", {}, show(value))))));

  preview.strings = { view, form };
})();
