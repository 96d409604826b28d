// What everything else stands on: data loaded by name, elements, the address behind the `#`.
// Data comes as scripts: a page that was opened from a disk may load nothing else.
"use strict";
window.preview = (() => {
  const loaded = new Map();
  const arriving = new Map();
  let asked = new Set();

  /** Called by every data file. */
  function take(name, json) {
    loaded.set(name, JSON.parse(json));
  }

  /** Return the value of a data file, a promise. */
  function load(name) {
    asked.add(name);
    if (loaded.has(name)) return Promise.resolve(loaded.get(name));
    if (!arriving.has(name)) {
      arriving.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = `data/${name}.js`;
        script.onload = () => {
          script.remove();
          arriving.delete(name);
          loaded.has(name) ? resolve(loaded.get(name)) : reject(new Error(`no data in ${name}`));
        };
        script.onerror = () => {
          arriving.delete(name);
          reject(new Error(`data/${name}.js cannot be loaded`));
        };
        document.head.append(script);
      }));
    }
    return arriving.get(name);
  }

  /** Return the value of a data file as it is now; of others forget those not asked for since the last time. */
  function renewed(name) {
    for (const one of loaded.keys()) if (one === name || !asked.has(one)) loaded.delete(one);
    asked = new Set();
    return load(name);
  }

  /** Make an element: attributes, `on…` listeners, then children; nothing is ever read as HTML. */
  function h(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes ?? {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.flat(Infinity).filter((one) => one !== null && one !== undefined && one !== false));
    return element;
  }

  /** Return the view that the address names, its argument and its parameters. */
  function place() {
    const [path, query] = location.hash.replace(/^#\/?/, "").split("?");
    const [view, ...rest] = path.split("/");
    const parameters = Object.fromEntries(new URLSearchParams(query ?? ""));
    return { view: view || "overview", argument: decode(rest.join("/")), parameters };
  }

  function decode(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  /** Return the address of a view; the area that is looked at stays the same unless it is given. */
  function address(view, argument = "", parameters = {}) {
    const area = place().parameters.area;
    const all = { ...(area ? { area } : {}), ...parameters };
    const given = Object.entries(all).filter(([, value]) => value !== undefined && value !== null && value !== "");
    const query = new URLSearchParams(given).toString();
    const path = argument ? `${view}/${encodeURIComponent(argument).replaceAll("%2F", "/").replaceAll("%3A", ":")}` : view;
    return `#/${path}${query ? `?${query}` : ""}`;
  }

  /** Go somewhere without a new step in the history: for what changes at each keystroke. */
  function replace(hash) {
    history.replaceState(null, "", hash);
    window.dispatchEvent(new HashChangeEvent("hashchange"));
  }

  let timer;
  /** Say something that need not stay. */
  function say(text) {
    const said = document.getElementById("said");
    said.textContent = text;
    clearTimeout(timer);
    timer = setTimeout(() => { said.textContent = ""; }, 5000);
  }

  const views = {};
  return { take, load, renewed, h, place, address, replace, say, views };
})();
