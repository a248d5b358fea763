// Keys of the page: an element with data-key="A" is clicked by that key while no field has the focus.
// A dialog or open menu owns the keyboard: only its own keys work. What an element shows in <kbd> is its data-key.

import { moveRow } from "./rows.js";

/** Where a second key after G leads. @type {Record<string, string>} */
const places = { h: "/", i: "/inbox" };
let afterG = 0;

export function watchKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) {
      return;
    }

    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      open("palette");
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !isTyping(event.target)) {
      clickKey(event, event.shiftKey ? "Ctrl+Shift+Z" : "Ctrl+Z");
    } else if (!event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)) {
      press(event);
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      clickKey(event, "Ctrl+Enter");
    }
  });
}

/** @param {KeyboardEvent} event */
function press(event) {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (performance.now() - afterG < 1000 && places[key] && !owner()) {
    event.preventDefault();
    afterG = 0;
    /** @type {any} */ (window).Blazor.navigateTo(places[key]);
  } else if (key === "g") {
    afterG = performance.now();
  } else if (key === "Enter" && event.target instanceof Element && event.target.closest("a, button, summary")) {
    return;
  } else if (!clickKey(event, key) && !owner() && (key === "j" || key === "k") && moveRow(key === "j" ? 1 : -1)) {
    event.preventDefault();
  }
}

/**
 * @param {KeyboardEvent} event
 * @param {string} key
 * @returns {boolean} whether something has that key
 */
function clickKey(event, key) {
  const target = (owner() ?? document).querySelector(`[data-key="${CSS.escape(key)}" i]:not([disabled])`);
  if (target instanceof HTMLElement && target.checkVisibility()) {
    event.preventDefault();
    target.click();
    return true;
  }

  return false;
}

/** The dialog or menu on top, if one is open. */
function owner() {
  const open = document.querySelectorAll("dialog[open], [popover]:popover-open");
  return open.length > 0 ? open[open.length - 1] : null;
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof HTMLElement
    && (target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio], [type=button]), textarea, select"));
}

/** @param {string} id */
function open(id) {
  const dialog = document.getElementById(id);
  if (dialog instanceof HTMLDialogElement && !dialog.open) {
    dialog.showModal();
  }
}
