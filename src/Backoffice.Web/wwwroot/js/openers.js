// Native dialogs and menus: data-opens="id" opens a dialog, data-closes closes the one it stands in, a click on the
// backdrop closes it too, and the arrow keys move the focus through links and buttons of a menu.

export function watchOpeners() {
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) {
      return;
    }

    const opener = event.target.closest("[data-opens]");
    if (opener) {
      dialog(opener.getAttribute("data-opens"))?.showModal();
    }

    if (event.target.closest("[data-closes]")) {
      event.target.closest("dialog")?.close();
    } else if (event.target instanceof HTMLDialogElement && event.target.hasAttribute("data-light")) {
      event.target.close();
    } else if (event.target.closest("[popover] a")) {
      /** @type {HTMLElement} */ (event.target.closest("[popover]")).hidePopover();
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      move(event, event.key === "ArrowDown" ? 1 : -1);
    }
  });
}

/**
 * @param {KeyboardEvent} event
 * @param {number} step
 */
function move(event, step) {
  const menu = event.target instanceof Element ? event.target.closest(".palette, .menu") : null;
  if (!menu) {
    return;
  }

  const stops = [...menu.querySelectorAll("input[type=search], .mi")].filter((stop) => stop.checkVisibility());
  const next = stops[(stops.indexOf(/** @type {Element} */ (document.activeElement)) + step + stops.length) % stops.length];
  if (next instanceof HTMLElement) {
    event.preventDefault();
    next.focus();
  }
}

/** @param {string | null} id */
function dialog(id) {
  const found = document.getElementById(id ?? "");
  return found instanceof HTMLDialogElement && !found.open ? found : null;
}
