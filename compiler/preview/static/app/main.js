// The frame around all views: where one is, the area, the search; and what happens when the address changes.
"use strict";
(() => {
  const { h, address, place, replace, store, views } = preview;
  const main = document.getElementById("main");
  let turn = 0;

  /** Show what the address names; the newest wish wins. */
  preview.show = async ({ quietly = false } = {}) => {
    turn += 1;
    const mine = turn;
    const { view, argument } = place();
    let shown;
    try {
      shown = await (Object.hasOwn(views, view) ? views[view] : views.overview)(argument);
    } catch (error) {
      shown = h("p", { class: "trouble" }, `This cannot be shown: ${error.message}`);
    }
    if (mine !== turn) return;
    header();
    const wasInside = main.contains(document.activeElement);
    main.replaceChildren(shown);
    if (wasInside && !quietly) main.focus({ preventScroll: true }); // a keyboard goes on from what is shown
    main.dataset.shown = location.hash;
    const heading = main.querySelector("h1")?.textContent;
    document.title = heading ? `${heading} – preview` : "Preview";
    if (!quietly && document.activeElement?.id !== "search") window.scrollTo(0, 0);
  };

  function header() {
    const element = document.getElementById("header");
    if (!element.hasChildNodes()) element.append(...parts());
    const { view, parameters, argument } = place();
    const search = document.getElementById("search");
    if (document.activeElement !== search) search.value = parameters.q ?? "";
    document.getElementById("area").value = store.area().name;
    for (const link of element.querySelectorAll("nav a")) {
      const current = link.dataset.view === view && (link.dataset.view !== "list" || !argument);
      if (current) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
      link.setAttribute("href", address(link.dataset.view));
    }
  }

  function parts() {
    const { data } = store;
    const named = { overview: "Overview", list: "Content", areas: "Areas", ...(data.base ? { changes: "Changes" } : {}), findings: "Findings" };
    return [
      h("nav", { "aria-label": "Preview" }, Object.entries(named).map(([view, title]) => h("a", { href: address(view), "data-view": view }, title))),
      h("input", {
        id: "search", type: "search", placeholder: "Search in every language", "aria-label": "Search labels and texts in every language",
        autocomplete: "off", spellcheck: "false", oninput: typed, onfocus: () => preview.search.indexOf(store.area()),
      }),
      h("label", { class: "area" }, h("span", { class: "quiet" }, "as in "), h("select", { id: "area", onchange: chooseArea },
        areas())),
      h("button", { type: "button", class: "scheme", onclick: turnScheme, "aria-label": "Light or dark" }, "◐"),
    ];
  }

  const areas = () => store.data.areas.map((one) => h("option", { value: one.name }, one.title ?? one.name));

  function typed(event) {
    const { view, argument, parameters } = place();
    const within = view === "list" ? { argument, parameters } : { argument: "", parameters: {} };
    const next = address("list", within.argument, { ...within.parameters, q: event.target.value });
    // The first letter is a step in the history: one can go back to where the search began.
    if (view === "list" && parameters.q) replace(next);
    else location.hash = next;
  }

  function chooseArea(event) {
    const { view, argument, parameters } = place();
    const next = ["areas", "changes"].includes(view) ? event.target.value : argument;
    location.hash = address(view, next, { ...parameters, area: event.target.value });
  }

  function turnScheme() {
    const root = document.documentElement;
    const dark = getComputedStyle(root).colorScheme === "dark" || (!root.dataset.scheme && matchMedia("(prefers-color-scheme: dark)").matches);
    root.dataset.scheme = dark ? "light" : "dark";
  }

  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    document.getElementById("search").focus();
  });

  // The address holds where one is, so that link may not change it.
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    main.focus();
  });

  let renewing = false;
  let again = false;
  /** Show the newest content; where one reads, what is open and what was typed stay. */
  async function renew() {
    again = true;
    if (renewing) return;
    renewing = true;
    try {
      while (again) {
        again = false;
        if (await store.open()) await showAnew();
        trouble(null);
      }
    } catch (error) {
      trouble(error.message);
    } finally {
      renewing = false;
    }
  }

  async function showAnew() {
    preview.search.renew();
    document.getElementById("area").replaceChildren(...areas());
    const back = preview.focus.kept(main);
    await preview.show({ quietly: true });
    back();
  }

  function trouble(text) {
    document.getElementById("trouble")?.remove();
    if (text) main.before(h("p", { id: "trouble", class: "trouble", role: "alert" }, text));
  }

  /** Hear of a new preview; whoever was cut off meanwhile looks whether there is one. */
  function follow() {
    const events = new EventSource("events");
    events.addEventListener("open", renew);
    events.addEventListener("changed", renew);
    events.addEventListener("trouble", (event) => trouble(event.data));
  }

  async function begin() {
    await store.open();
    await preview.show();
    if (store.data.live) follow();
  }

  window.addEventListener("hashchange", () => preview.show());
  begin().catch((error) => main.replaceChildren(h("p", { class: "trouble" }, error.message)));
})();
