// Templates with a sample: a mail on a desk and on a phone, a push and an SMS in a phone, an agreement.
"use strict";
(() => {
  const { h, frames, parts, focus } = preview;
  const chosen = { device: "both", scheme: "light", part: "HTML", sample: null };

  /** Return a template in a language, with the sample that was chosen last. */
  function view(cell, tag, { compact = false } = {}) {
    const box = h("div", { class: "template" });
    const update = () => {
      const back = focus.kept(box);
      const sample = cell.samples.find((one) => one.name === chosen.sample) ?? cell.samples[0];
      box.replaceChildren(...[
        samples(cell, sample),
        sample.trouble ? h("p", { class: "trouble" }, `It cannot be rendered: ${sample.trouble}`) : CHANNELS[cell.channel](sample, tag, compact),
        compact ? null : h("details", {}, h("summary", {}, "Values of the sample"), parts.properties(sample.values)),
      ].filter(Boolean));
      back();
    };
    update();
    focus.follow(box, "chosen", update);
    return box;
  }

  function samples(cell, sample) {
    if (cell.samples.length < 2) return null;
    return parts.choices("Sample", cell.samples.map((one) => one.name), sample.name, choose("sample"));
  }

  /** What is chosen is chosen for every language and both versions that are shown. */
  const choose = (name) => (value) => {
    chosen[name] = value;
    document.dispatchEvent(new Event("chosen"));
  };

  function mail(sample, tag, compact) {
    const device = compact ? "phone" : chosen.device;
    const tools = compact ? null : h("div", { class: "tools" },
      parts.choices("Device", ["both", "desktop", "phone"], chosen.device, choose("device"), { both: "Desk and phone", desktop: "Desk", phone: "Phone" }),
      parts.choices("Colours", ["light", "dark"], chosen.scheme, choose("scheme"), { light: "Light", dark: "Dark" }),
      parts.choices("Part", ["HTML", "Text"], chosen.part, choose("part")));
    return h("div", {}, tools, inbox(sample, tag), darkNote(sample), h("div", { class: "devices" },
      device === "phone" ? null : screen("desk", sample, tag),
      device === "desktop" ? null : screen("phone", sample, tag)), compact ? null : size(sample));
  }

  function inbox(sample, tag) {
    return h("div", { class: "inbox" }, h("span", { class: "sender" }, preview.store.area().title ?? preview.store.area().name),
      h("span", { class: "line" }, parts.words(tag, [h("strong", {}, sample.subject), " ", h("span", { class: "quiet" }, sample.inbox)])));
  }

  const darkNote = (sample) => (chosen.scheme === "dark" && !sample.dark
    ? h("p", { class: "note" }, "This mail has no dark colours of its own: shown is what programs make of it that turn light colours round.") : null);

  function screen(device, sample, tag) {
    const className = `${device} ${chosen.scheme} ${sample.dark ? "own" : "turned"}`;
    const inside = chosen.part === "Text"
      ? h("pre", { class: "plain-mail", tabindex: "0" }, parts.words(tag, sample.text))
      : frames.page(chosen.scheme === "dark" && sample.dark ? sample.dark : sample.frame, `${sample.subject} (${device})`, "mail");
    return h("div", { class: `device ${className}` }, inside);
  }

  const size = (sample) => h("p", { class: "quiet" }, `${parts.number(Math.ceil(sample.size / 1024))} KB of HTML; Gmail cuts a mail of more than 102 KB.`);

  function push(sample, tag) {
    return h("div", { class: "handset" }, h("div", { class: "notification" },
      h("p", { class: "app" }, preview.store.area().title ?? preview.store.area().name),
      h("p", {}, parts.words(tag, h("strong", {}, sample.subject))), h("p", {}, parts.words(tag, sample.text))),
    h("p", { class: "quiet" }, `${parts.count(sample.bytes, "byte")} of 4,096`));
  }

  function sms(sample, tag) {
    return h("div", { class: "handset" }, h("div", { class: "bubble" }, parts.words(tag, sample.text)),
      h("p", { class: "quiet" }, `${sample.alphabet}, ${parts.count(sample.units, "unit")}, ${parts.count(sample.segments, "segment")}`));
  }

  function agreement(sample, tag, compact) {
    const words = () => frames.page(sample.frame, sample.subject, "mail agreement");
    if (!sample.sheets) {
      const why = sample.unprinted ? `It cannot be printed: ${sample.unprinted}` : "Its pages are not drawn here: what prints them is not installed.";
      return h("div", {}, h("p", { class: sample.unprinted ? "trouble" : "note" }, why), words());
    }
    const shown = compact ? sample.sheets.slice(0, 1) : sample.sheets;
    const more = sample.pages - shown.length;
    return h("div", {}, h("p", { class: "quiet" }, parts.count(sample.pages, "page")),
      h("div", { class: "sheets", tabindex: "0", role: "region", "aria-label": `Pages of ${sample.subject}` }, ...shown.map((one, at) => sheet(one, at + 1, sample))),
      more > 0 ? h("p", { class: "note" }, `${parts.count(more, "page")} more ${more === 1 ? "is" : "are"} not drawn.`) : null,
      compact ? null : h("details", {}, h("summary", {}, "Its words alone"), words()));
  }

  const sheet = (one, number, sample) => h("figure", {}, h("img", { src: one.src, width: one.width, height: one.height,
    loading: "lazy", alt: `Page ${number} of ${sample.pages} of ${sample.subject}` }), h("figcaption", {}, `${number}`));

  const CHANNELS = { email: mail, push, sms, pdf: agreement };
  preview.mails = { view };
})();
