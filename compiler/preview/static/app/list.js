// Entries by kind, state and words: a row each, its states in all languages, loaded as one scrolls.
"use strict";
(() => {
  const { h, address, place, store, parts, search, views } = preview;
  const AT_FIRST = 8; // drawn with each keystroke
  const AT_ONCE = 50;
  const PAUSE = 60; // milliseconds: who types on is not kept waiting for what is below
  const STATES = ["missing", "stale", "unreviewed", "locked", "inactive", "changed", "finding"];
  const TITLES = { missing: "Missing", stale: "Stale", unreviewed: "Unreviewed", behind: "Behind", locked: "Locked", inactive: "Inactive", changed: "Changed", finding: "With findings" };

  views.list = async (argument) => {
    const kind = Object.hasOwn(parts.KINDS, argument) ? argument : "";
    const parameters = known(place().parameters);
    const head = h("div", {}, h("h1", {}, title(kind, parameters)), filters(kind, parameters));
    const body = h("div", {});
    const found = await chosen(kind, parameters);
    if (found.index && !found.complete) again(found.index);
    body.append(summary(found, parameters), await rows(found.hits, parameters));
    return h("div", { class: "list" }, head, body);
  };

  /** Return parameters without languages and states that there are not, such as those of an old address. */
  function known({ locale, state, ...others }) {
    return {
      ...others,
      ...(store.data.tags.includes(locale) ? { locale } : {}),
      ...(Object.hasOwn(TITLES, state ?? "") ? { state } : {}),
    };
  }

  function title(kind, { q }) {
    const name = kind ? parts.KINDS[kind] : "Everything";
    return q ? `${name} with “${q}”` : name;
  }

  /** Look again when more has been loaded. */
  function again(index) {
    const shown = location.hash;
    let waiting = false;
    const look = () => {
      if (location.hash !== shown) return index.listeners.delete(look);
      if (waiting) return false;
      waiting = true;
      setTimeout(() => {
        waiting = false;
        if (location.hash === shown) preview.show({ quietly: true });
      }, index.complete ? 0 : 250);
      return index.listeners.delete(look);
    };
    index.listeners.add(look);
  }

  function filters(kind, parameters) {
    const to = (changes) => ({ ...parameters, ...changes });
    const kinds = store.data.kinds.filter((one) => one.total);
    const tags = store.data.tags;
    return h("div", { class: "filters" },
      h("nav", { "aria-label": "Kinds" }, link("All", address("list", "", parameters), !kind),
        kinds.map((one) => link(parts.KINDS[one.name], address("list", one.name, parameters), one.name === kind))),
      h("div", { class: "filter-row" },
        h("label", {}, "Language ", h("select", { onchange: (event) => { location.hash = address("list", kind, to({ locale: event.target.value })); } },
          h("option", { value: "" }, "all"), tags.map((tag) => h("option", { value: tag, selected: tag === parameters.locale }, `${store.locale(tag).english} (${tag})`)))),
        h("div", { class: "states" }, STATES.filter((state) => state !== "changed" || store.data.base).map((state) =>
          link(TITLES[state], address("list", kind, to({ state: parameters.state === state ? "" : state })), parameters.state === state)))));
  }

  const link = (text, href, current) => h("a", { class: "chip", href, "aria-current": current ? "true" : null }, text);

  /** Return the rows that are asked for, in their order. */
  async function chosen(kind, { q, state, locale }) {
    const rows = state ? await standing(state, locale) : null;
    const wanted = (row) => !rows || rows.has(row);
    return q?.trim() ? search.search(q, { kind, tag: locale, wanted }) : { hits: inOrder(kind).filter((hit) => wanted(hit.row)), complete: true };
  }

  function inOrder(kind) {
    return store.data.pages.filter((page) => !kind || page.kind === kind)
      .flatMap((page) => Array.from({ length: page.size }, (_, index) => ({ row: page.start + index, tag: "" })));
  }

  /** Return the numbers of rows that stand so, in a language or in any. */
  async function standing(state, tag) {
    const behind = await preview.load(store.data.behind);
    const numbers = (one) => (Array.isArray(one) ? [...store.numbers(one)]
      : Object.entries(one ?? {}).filter(([name]) => !tag || name === tag).flatMap(([, ranges]) => [...store.numbers(ranges)]));
    if (state === "behind") return new Set(["missing", "stale", "unreviewed"].flatMap((one) => numbers(behind[one])));
    if (state === "changed") return changedRows(tag);
    if (state === "finding") return rowsWithFindings();
    return new Set(numbers(behind[state]));
  }

  async function changedRows(tag) {
    const changes = await store.changes();
    return new Set(Object.entries(changes?.rows ?? {}).filter(([name]) => !tag || name === tag).flatMap(([, rows]) => [...rows.keys()]));
  }

  async function rowsWithFindings() {
    const files = await Promise.all(Object.values(store.data.findings.pages).map(preview.load));
    return new Set(files.flatMap((one) => Object.keys(one).map(Number)));
  }

  function summary({ hits, complete, more }, { state, locale }) {
    const which = [state ? TITLES[state].toLowerCase() : "", locale ? `in ${store.locale(locale).english}` : ""].filter(Boolean).join(" ");
    const said = more ? `The first ${parts.number(hits.length)} entries` : parts.count(hits.length, "entry", "entries");
    return h("p", { class: "quiet", role: "status" }, `${said}${which ? `, ${which}` : ""}${complete || more ? "" : " so far …"}`);
  }

  async function rows(hits, parameters) {
    const list = h("ul", { class: "rows" });
    const end = h("div", { class: "end" });
    let shown = 0;
    async function more() {
      const next = hits.slice(shown, shown + (shown ? AT_ONCE : AT_FIRST));
      list.append(...await Promise.all(next.map((hit) => row(hit, parameters))));
      shown += next.length;
    }
    await more();
    // Whoever is watched anew is told of anew: on a tall screen the end stays in sight.
    const watch = () => end.isConnected && shown < hits.length && observer.observe(end);
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((one) => one.isIntersecting)) return;
      observer.unobserve(end);
      more().then(watch);
    }, { rootMargin: "600px" });
    setTimeout(watch, PAUSE);
    return h("div", {}, list, end);
  }

  async function row(hit, { q, locale }) {
    const one = await store.row(hit.row);
    const tag = hit.tag || locale || store.data.source;
    const text = store.words(one.kind, await store.cell(hit.row, tag));
    const needles = q ? preview.fold(q).trim().split(" ").filter(Boolean) : [];
    return h("li", { class: one.gone ? "gone" : null },
      h("a", { class: "open", href: address("entry", one.reference, { locale: hit.tag || locale }) },
        h("span", { class: "label" }, label(one, needles)), h("span", { class: "preview" }, parts.words(tag, text ? parts.found(text, needles) : ""))),
      h("span", { class: "marks" }, badges(one), store.data.tags.map((each) => parts.mark(one, each))));
  }

  const label = (one, needles) => [h("span", { class: "kind-name" }, `${parts.KINDS[one.kind]} `), needles.length ? parts.found(one.label, needles) : one.label];

  const badges = (one) => [
    one.gone ? h("span", { class: "badge" }, "removed") : null,
    one.own ? h("span", { class: "badge", title: "This area has it otherwise" }, "own") : null,
    one.elsewhere ? h("span", { class: "badge" }, `only in ${one.overlays.join(", ")}`) : null,
    one.inactive ? h("span", { class: "badge" }, "inactive") : null,
    one.locked ? h("span", { class: "badge" }, "locked") : null,
  ];

  preview.list = { badges };
})();
