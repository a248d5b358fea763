// Keys of forms that work while a field has the focus: Ctrl S saves, Esc cancels, F8 goes to the next error.
// The buttons say which key is theirs by data-form-key.

let watching = false;

export function watch() {
  if (!watching) {
    watching = true;
    document.addEventListener("keydown", onKey);
  }
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) {
    return;
  }

  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") {
    press(event, "save");
  } else if (event.key === "F8") {
    event.preventDefault();
    nextError();
  } else if (event.key === "Escape" && document.activeElement?.getAttribute("aria-expanded") !== "true" && !document.querySelector(".veil, [popover]:popover-open")) {
    press(event, "cancel");
  }
}

/**
 * @param {KeyboardEvent} event
 * @param {string} key
 */
function press(event, key) {
  const buttons = [...document.querySelectorAll(`[data-form-key="${key}"]`)];
  const button = buttons.find((one) => one.checkVisibility());
  if (button instanceof HTMLElement) {
    event.preventDefault();
    button.click();
  }
}

/** Focuses the first invalid control after the one that has the focus, then starts again from the top. */
export function nextError() {
  const wrong = [...document.querySelectorAll('[aria-invalid="true"]')].filter((one) => one.checkVisibility());
  const now = document.activeElement;
  const next = wrong.find((one) => now && one !== now && now.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) ?? wrong[0];
  if (next instanceof HTMLElement) {
    next.focus();
    next.scrollIntoView({ block: "center" });
  }
}

/** @param {string} id */
export function focus(id) {
  const control = document.getElementById(id);
  if (control) {
    control.focus();
    control.scrollIntoView({ block: "nearest" });
  }
}

/** @param {HTMLDialogElement} dialog */
export function show(dialog) {
  if (!dialog.open) {
    dialog.showModal();
  }
}
