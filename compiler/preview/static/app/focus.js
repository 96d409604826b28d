// Where the keyboard is, kept where what is shown is made anew; listeners that leave with what they stand for.
"use strict";
(() => {
  /** Return where an element is below a root, null for others. */
  function trailOf(root, element) {
    if (!root.contains(element) || element === root) return null;
    const { parentElement } = element;
    return [...(trailOf(root, parentElement) ?? []), [...parentElement.children].indexOf(element)];
  }

  /** Take note of the keyboard and the caret below a root; return what puts them back where they were. */
  function kept(root) {
    const focused = document.activeElement;
    const trail = trailOf(root, focused);
    const caret = focused?.selectionEnd; // null where a field has none, such as one for a number
    return () => {
      const there = trail?.reduce((element, index) => element?.children[index], root);
      there?.focus({ preventScroll: true });
      if (Number.isInteger(caret) && there?.setSelectionRange) there.setSelectionRange(caret, caret);
    };
  }

  /** Call a listener at an event of the document, until its element has left the page. */
  function follow(element, event, listener) {
    let shown = false;
    document.addEventListener(event, function told() {
      if (element.isConnected) shown = true;
      else if (shown) return document.removeEventListener(event, told);
      return listener();
    });
  }

  preview.focus = { kept, follow };
})();
