// Native dialogs and menus: data-opens="id" opens a dialog, data-closes closes the one it stands in, a click on the
// backdrop closes it too, and the arrow keys move the focus through links and buttons of a menu.

/** Where there is no room beside the list, a row opens the page of its item. */
const narrow = matchMedia("(max-width: 1024px)");

export function watchOpeners() {
  document.addEventListener("click", (event) => {
    const row = event.target instanceof Element ? event.target.closest("a[data-page]") : null;
    if (row && narrow.matches && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      event.stopPropagation();
      /** @type {any} */ (window).Blazor.navigateTo(row.getAttribute("data-page"));
    }
  }, { capture: true });

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) {
      return;
    }

    const opener = event.target.closest("[data-opens]");
    if (opener) {
      dialog(opener.getAttribute("data-opens"))?.showModal();
    }

    const jumper = event.target.closest("[data-jumps]");
    if (jumper instanceof HTMLElement) {
      jump(jumper);
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
 * Shows the next of what the button names, from the first again after the last.
 * @param {HTMLElement} button
 */
function jump(button) {
  const marks = [...document.querySelectorAll(button.dataset.jumps ?? "")].filter((mark) => mark.checkVisibility());
  const next = Number(button.dataset.at ?? -1) + 1;
  const mark = marks[next % marks.length];
  if (mark) {
    button.dataset.at = String(next % marks.length);
    mark.scrollIntoView({ block: "center", behavior: "smooth" });
    mark.animate([{ outline: "2px solid var(--accent)" }, { outline: "2px solid transparent" }], 1200);
  }
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

/** For the server: opens a dialog. @param {string} id */
export function openDialog(id) {
  dialog(id)?.showModal();
}

/** For the server: closes a dialog. @param {string} id */
export function closeDialog(id) {
  /** @type {HTMLDialogElement | null} */ (document.getElementById(id))?.close();
}
