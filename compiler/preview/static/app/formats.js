// Numbers, dates and times as ICU formats name them, by the browser's own Intl.
"use strict";
(() => {
  const NUMBERS = {
    percent: { style: "percent" },
    integer: { maximumFractionDigits: 0 },
    "%x100": { style: "percent" },
    "%": { style: "percent" },
    "compact-short": { notation: "compact", compactDisplay: "short" },
    K: { notation: "compact", compactDisplay: "short" },
    "compact-long": { notation: "compact", compactDisplay: "long" },
    KK: { notation: "compact", compactDisplay: "long" },
    scientific: { notation: "scientific" },
    engineering: { notation: "engineering" },
    "group-off": { useGrouping: false },
    ",_": { useGrouping: false },
    "precision-integer": { maximumFractionDigits: 0 },
    ".": { maximumFractionDigits: 0 },
    "sign-always": { signDisplay: "always" },
    "+!": { signDisplay: "always" },
    "sign-never": { signDisplay: "never" },
    "+_": { signDisplay: "never" },
    "sign-except-zero": { signDisplay: "exceptZero" },
    "+?": { signDisplay: "exceptZero" },
    "sign-accounting": { currencySign: "accounting" },
    "()": { currencySign: "accounting" },
    "unit-width-narrow": { currencyDisplay: "narrowSymbol", unitDisplay: "narrow" },
    "unit-width-short": { currencyDisplay: "code", unitDisplay: "short" },
    "unit-width-full-name": { currencyDisplay: "name", unitDisplay: "long" },
    "unit-width-iso-code": { currencyDisplay: "code" },
  };
  const DATES = {
    short: { month: "numeric", day: "numeric", year: "2-digit" },
    medium: { month: "short", day: "numeric", year: "numeric" },
    long: { month: "long", day: "numeric", year: "numeric" },
    full: { weekday: "long", month: "long", day: "numeric", year: "numeric" },
  };
  const TIMES = {
    short: { hour: "numeric", minute: "numeric" },
    medium: { hour: "numeric", minute: "numeric", second: "numeric" },
    long: { hour: "numeric", minute: "numeric", second: "numeric", timeZoneName: "short" },
    full: { hour: "numeric", minute: "numeric", second: "numeric", timeZoneName: "short" },
  };

  /** Return the options of a number's style, and by how much the number is multiplied. */
  function numberOptions(style) {
    if (!style) return [{}, 1];
    if (!style.startsWith("::")) return [NUMBERS[style] ?? {}, 1];
    const options = {};
    let scale = 1;
    for (const token of style.slice(2).trim().split(/\s+/)) {
      const [stem, ...rest] = token.split("/");
      if (stem === "scale") scale = Number(rest[0]) || 1;
      else Object.assign(options, stemOptions(stem, rest));
    }
    return [options, scale];
  }

  function stemOptions(stem, rest) {
    if (stem === "currency") return { style: "currency", currency: rest[0] };
    if (stem === "unit" || stem === "measure-unit") {
      return { style: "unit", unit: stem === "unit" ? rest[0] : rest[0].replace(/^.*?-/, "") };
    }
    const digits = /^\.(0*)(#*)(\*?)$/.exec(stem);
    if (digits && stem !== ".") return fractionOptions(digits[1].length, digits[2].length, digits[3] !== "");
    const significant = /^(@+)(#*)([*+]?)$/.exec(stem);
    if (significant) {
      const least = significant[1].length;
      return { minimumSignificantDigits: least, ...(significant[3] ? {} : { maximumSignificantDigits: least + significant[2].length }) };
    }
    const width = /^\*?(0+)$/.exec(stem === "integer-width" ? (rest[0] ?? "").replace("+", "*") : stem);
    if (width) return { minimumIntegerDigits: width[1].length };
    return NUMBERS[stem] ?? {};
  }

  function fractionOptions(least, more, open) {
    return { minimumFractionDigits: least, ...(open ? { maximumFractionDigits: 20 } : { maximumFractionDigits: least + more }) };
  }

  const FIELDS = [
    [/G+/, (n) => ({ era: n === 4 ? "long" : n === 5 ? "narrow" : "short" })],
    [/y+/, (n) => ({ year: n === 2 ? "2-digit" : "numeric" })],
    [/[ML]+/, (n) => ({ month: ["numeric", "2-digit", "short", "long", "narrow"][n - 1] })],
    [/d+/, (n) => ({ day: n === 2 ? "2-digit" : "numeric" })],
    [/E+|[ec]{4,6}/, (n) => ({ weekday: n === 4 ? "long" : n === 5 ? "narrow" : "short" })],
    [/a+/, () => ({ hour12: true })],
    [/h+/, (n) => ({ hourCycle: "h12", hour: n === 2 ? "2-digit" : "numeric" })],
    [/H+/, (n) => ({ hourCycle: "h23", hour: n === 2 ? "2-digit" : "numeric" })],
    [/K+/, (n) => ({ hourCycle: "h11", hour: n === 2 ? "2-digit" : "numeric" })],
    [/k+/, (n) => ({ hourCycle: "h24", hour: n === 2 ? "2-digit" : "numeric" })],
    [/m+/, (n) => ({ minute: n === 2 ? "2-digit" : "numeric" })],
    [/s+/, (n) => ({ second: n === 2 ? "2-digit" : "numeric" })],
    [/z+/, (n) => ({ timeZoneName: n < 4 ? "short" : "long" })],
  ];

  function dateOptions(kind, style) {
    if (!style?.startsWith("::")) return kind === "date" ? DATES[style] ?? {} : TIMES[style] ?? TIMES.medium;
    const skeleton = style.slice(2).replace(/'[^']*'/g, "");
    return Object.assign({}, ...FIELDS.map(([pattern, options]) => {
      const found = pattern.exec(skeleton);
      return found ? options(found[0].length) : {};
    }));
  }

  /** Return a value formatted; times are those of UTC, so that everybody sees the same. */
  preview.formatted = (value, kind, style, tag) => {
    if (kind === "number") {
      const [options, scale] = numberOptions(style);
      return new Intl.NumberFormat(tag, options).format(Number(value) * scale);
    }
    const date = new Date(value);
    if (Number.isNaN(date.getTime())) return String(value);
    return new Intl.DateTimeFormat(tag, { timeZone: "UTC", ...dateOptions(kind, style) }).format(date);
  };
})();
