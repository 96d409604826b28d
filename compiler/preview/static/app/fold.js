// Texts made comparable, as `clientarea search` does it: case, accents and width tell nothing apart.
"use strict";
(() => {
  const MARKS =
    "\\u0300-\\u0305\\u0307-\\u036f\\u0483-\\u0487\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f" +
    "\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7" +
    "\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed";
  const INVISIBLE = "\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufe00-\\ufe0f\\ufeff";
  const DROPPED = new RegExp(`[${MARKS}${INVISIBLE}]|(?<!\\u0438)\\u0306`, "g");
  const LETTERS = {
    ł: "l", đ: "d", ð: "d", ø: "o", ħ: "h", ŧ: "t", ı: "i", æ: "ae", œ: "oe", þ: "th", ς: "σ",
    "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-",
  };
  const REPLACED = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
  const ASCII = /^[\0-\x7f]*$/;

  /** Return a text folded: capital letters first, as `ß` is `ss` only there. */
  preview.fold = (text) => {
    const spaced = text.replace(/\s+/g, " ");
    if (ASCII.test(spaced)) return spaced.toLowerCase();
    const folded = spaced.normalize("NFKD").toUpperCase().toLowerCase().normalize("NFKD");
    return folded.replace(DROPPED, "").replace(REPLACED, (letter) => LETTERS[letter]).replace(/\s+/g, " ");
  };
})();
