// Compiled messages filled in: what a runtime of ICU MessageFormat makes of them.
"use strict";
(() => {
  const { formatted } = preview;

  /** Return the parts of a message: texts `{ text, of }`, tags `{ tag, parts }`. Throws what a format throws. */
  function fill(tree, values, tag, number = null) {
    return tree.map((node) => (typeof node === "string" ? { text: node } : FILLED[node[0]](node, values, tag, number))).flat();
  }

  const FILLED = {
    a: ([, name], values) => ({ text: String(values[name] ?? ""), of: name }),
    f: ([, name, kind, style], values, tag) => ({ text: formatted(values[name], kind, style, tag), of: name }),
    "#": (_, __, tag, number) => ({ text: formatted(number, "number", null, tag), of: "#" }),
    t: ([, name, children], values, tag, number) => ({ tag: name, parts: fill(children, values, tag, number) }),
    s: ([, name, branches], values, tag, number) => {
      const branch = branchOf(branches, String(values[name])) ?? branchOf(branches, "other") ?? [];
      return fill(branch, values, tag, number);
    },
    p: ([, name, kind, offset, branches], values, tag) => {
      const value = Number(values[name]);
      const branch = branchOf(branches, `=${value}`)
        ?? branchOf(branches, category(value - offset, kind, tag)) ?? branchOf(branches, "other") ?? [];
      return fill(branch, values, tag, value - offset);
    },
  };

  const branchOf = (branches, selector) => branches.find(([name]) => name === selector)?.[1];

  function category(value, kind, tag) {
    return new Intl.PluralRules(tag, { type: kind }).select(value);
  }

  /** Return the text of parts. */
  const text = (parts) => parts.map((part) => part.text ?? text(part.parts)).join("");

  /** Return the arguments of a message by name: what kind of value each takes, which choices it has. */
  function argumentsOf(tree, found = new Map()) {
    for (const node of tree) {
      if (typeof node === "string") continue;
      const [type, name] = node;
      if (type === "t") argumentsOf(node[2], found);
      else if (type !== "#") note(found, name, node);
    }
    return found;
  }

  function note(found, name, node) {
    const one = found.get(name) ?? { kind: "text", choices: [], exact: [], ordinal: false };
    found.set(name, one);
    if (node[0] === "f" && one.kind === "text") one.kind = node[2]; // a plural or a choice stays one, however it is shown
    if (node[0] === "s") {
      one.kind = "select";
      one.choices = [...new Set([...one.choices, ...node[2].map(([selector]) => selector)])];
    }
    if (node[0] === "p") {
      one.kind = "plural";
      one.ordinal = node[2] === "ordinal";
      one.exact = node[4].map(([selector]) => selector).filter((selector) => selector.startsWith("="));
    }
    const branches = node[0] === "s" ? node[2] : node[0] === "p" ? node[4] : [];
    for (const [, branch] of branches) argumentsOf(branch, found);
  }

  const TRIED = [...Array.from({ length: 201 }, (_, number) => number), 1000, 1_000_000, 0.5, 1.5];

  /** Return a number of each plural category of a language, by category. */
  function examples(tag, kind) {
    const rules = new Intl.PluralRules(tag, { type: kind });
    const found = {};
    for (const number of TRIED) found[rules.select(number)] ??= number;
    return found;
  }

  preview.message = { fill, text, argumentsOf, examples };
})();
