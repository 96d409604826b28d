// Two texts beside each other, what differs in them marked, word by word.
"use strict";
(() => {
  const { h } = preview;
  const MOST = 250_000; // pairs of words that are compared; of more the whole middle counts as changed
  const NEAR = 80; // signs of what is the same that stay on each side of a change, where it is to be short
  const LONG = 600;

  /** Return the words of a text with what stands between them; none cuts a sign in two. */
  const wordsOf = (text) => Array.from(new Intl.Segmenter(undefined, { granularity: "word" }).segment(text), (one) => one.segment);

  /** Return runs of words: `[same]`, or `[gone, come]`. */
  function runs(before, now) {
    let start = 0;
    while (start < before.length && start < now.length && before[start] === now[start]) start += 1;
    let end = 0;
    while (end < before.length - start && end < now.length - start && before.at(-1 - end) === now.at(-1 - end)) end += 1;
    const middle = between(before.slice(start, before.length - end), now.slice(start, now.length - end));
    return joined([[before.slice(0, start).join("")], ...middle, [end ? before.slice(-end).join("") : ""]]);
  }

  /** Return runs of words by the longest sequence that both have. */
  function between(before, now) {
    if (before.length * now.length > MOST) return [[before.join(""), now.join("")]];
    const width = now.length + 1;
    const lengths = new Uint32Array((before.length + 1) * width);
    for (let i = before.length - 1; i >= 0; i -= 1) {
      for (let j = now.length - 1; j >= 0; j -= 1) {
        lengths[i * width + j] = before[i] === now[j] ? lengths[(i + 1) * width + j + 1] + 1
          : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
      }
    }
    const found = [];
    for (let i = 0, j = 0; i < before.length || j < now.length;) {
      if (i < before.length && j < now.length && before[i] === now[j]) {
        found.push([before[i]]);
        i += 1;
        j += 1;
      } else if (j >= now.length || (i < before.length && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])) {
        found.push([before[i], ""]);
        i += 1;
      } else {
        found.push(["", now[j]]);
        j += 1;
      }
    }
    return found;
  }

  /** Join runs of one kind; space alone between two changes is part of the change. */
  function joined(some) {
    const found = [];
    some.forEach(([gone, come], index) => {
      const changed = come !== undefined || (!gone.trim() && found.at(-1)?.length === 2 && some[index + 1]?.length === 2);
      const last = found.at(-1);
      if (!changed && last?.length === 1) last[0] += gone;
      else if (changed && last?.length === 2) found.splice(-1, 1, [last[0] + gone, last[1] + (come ?? gone)]);
      else if (gone || come) found.push(changed ? [gone, come ?? gone] : [gone]);
    });
    return found;
  }

  /** Return the first signs of a text, or the last ones where `most` is negative; none is cut in two. */
  function clipped(text, most) {
    if (text.length <= Math.abs(most)) return text;
    return most < 0 ? `…${text.slice(most).replace(/^[\udc00-\udfff]/, "")}` : `${text.slice(0, most).replace(/[\ud800-\udbff]$/, "")}…`;
  }

  function near(text, isFirst, isLast) {
    if (text.length <= 2 * NEAR) return text;
    return isFirst ? clipped(text, -NEAR) : isLast ? clipped(text, NEAR) : `${clipped(text, NEAR)} ${clipped(text, -NEAR)}`;
  }

  /** Return what to show of two texts, what differs marked; `short` leaves out what is far from any change. */
  preview.difference = (before, now, { short = false } = {}) => {
    const found = runs(wordsOf(before), wordsOf(now));
    const side = (at, tag) => found.map((run, index) => {
      if (run.length === 1) return short ? near(run[0], index === 0, index === found.length - 1) : run[0];
      return run[at] ? h(tag, {}, short ? clipped(run[at], LONG) : run[at]) : null;
    });
    return [side(0, "del"), side(1, "ins")];
  };
  preview.clipped = clipped;
})();
