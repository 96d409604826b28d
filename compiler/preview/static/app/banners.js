// A banner at any width of a window: which image visitors are shown, how large, with which words.
"use strict";
(() => {
  const { h, parts, focus } = preview;
  const WIDTHS = { mobile: 390, tablet: 768, desktop: 1280, wide: 1920 };
  const NARROWEST = 320;
  const WIDEST = 1920;
  let width = WIDTHS.desktop;

  /** Return the slot that a page of a width shows: the narrowest for what is narrower. */
  function slotAt(slots, at) {
    const names = Object.keys(WIDTHS).filter((name) => slots[name]);
    const lower = { mobile: 0, tablet: 640, desktop: 1024, wide: 1444 };
    return names.filter((name) => lower[name] <= at).at(-1) ?? names[0];
  }

  /** Show a width of the window, in every language and both versions that are shown. */
  function choose(pixels) {
    width = pixels;
    document.dispatchEvent(new Event("width"));
  }

  function view(cell, tag, { compact = false } = {}) {
    const names = Object.keys(WIDTHS).filter((name) => cell.slots[name]);
    if (names.length === 0) return h("p", { class: "quiet" }, "There is no image.");
    const stage = h("div", { class: "stage" });
    const label = h("output", {});
    const slider = h("input", { type: "range", min: NARROWEST, max: WIDEST, value: width, "aria-label": "Width of the window in pixels" });
    const windows = h("div", {});
    const update = () => {
      const back = focus.kept(windows);
      const name = slotAt(cell.slots, width);
      windows.replaceChildren(parts.choices("Window", names, name, (one) => choose(WIDTHS[one])));
      const slot = cell.slots[name];
      const image = h("img", { src: slot.src, alt: slot.alt ?? "", width: slot.width, height: slot.height, lang: tag });
      image.style.background = slot.color;
      stage.replaceChildren(image);
      stage.style.maxWidth = `${width}px`;
      label.textContent = `${width} px: ${name}`;
      slider.value = width;
      back();
    };
    slider.addEventListener("input", () => choose(Number(slider.value)));
    update();
    focus.follow(stage, "width", update);
    return h("div", { class: "banner" },
      compact ? null : h("div", { class: "tools" }, windows, slider, label),
      stage, compact ? null : table(cell, names, tag));
  }

  const table = (cell, names, tag) => h("table", { class: "slots" },
    h("thead", {}, h("tr", {}, ["Window", "Size", "Words instead of it"].map((one) => h("th", { scope: "col" }, one)))),
    h("tbody", {}, names.map((name) => h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, `${cell.slots[name].width} × ${cell.slots[name].height}`),
      h("td", {}, cell.slots[name].alt ? parts.words(tag, cell.slots[name].alt) : "–")))));

  preview.banners = { view };
})();
