// What strangers wrote, in frames that may run nothing and load nothing but pictures of this site.
"use strict";
(() => {
  const { h, store, say } = preview;
  const POLICY = "default-src 'none'; img-src 'self' data:; style-src 'self'; base-uri 'none'; form-action 'none'";

  /** Return a frame with HTML of a text in a language, as high as it is. */
  function text(html, tag, title) {
    const { direction } = store.locale(tag);
    const frame = h("iframe", { class: "text-frame", title, sandbox: "allow-same-origin" });
    frame.addEventListener("load", () => {
      const inside = frame.contentDocument;
      if (!inside?.body) return;
      const fit = () => { frame.style.height = `${Math.ceil(inside.documentElement.getBoundingClientRect().height) + 2}px`; };
      fit();
      new ResizeObserver(fit).observe(inside.documentElement);
      inside.addEventListener("click", (event) => follow(event));
    });
    frame.srcdoc = `<!doctype html><html lang="${tag}" dir="${direction}"><head><meta charset="utf-8">`
      + `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`
      + `<link rel="stylesheet" href="app/frame.css"></head><body>${html}</body></html>`;
    return frame;
  }

  /** A link leads nowhere from here: a text of ours is opened, of any other the address is said. */
  function follow(event) {
    const link = event.target.closest?.("a[href]");
    if (!link) return;
    event.preventDefault();
    const address = link.getAttribute("href");
    const own = /^(texts\/[^#]+)/.exec(address);
    if (own) location.hash = preview.address("entry", own[1]);
    else say(`The link leads to ${address}`);
  }

  /** Return a frame with a page of its own, which even this page cannot look into. */
  const page = (path, title, className) => h("iframe", { class: className, title, sandbox: true, src: path, loading: "lazy" });

  preview.frames = { text, page };
})();
