// J and K move the focus through the links of a list marked data-rows; the browser opens the focused one by Enter.

/** @param {number} step 1 or -1 @returns {boolean} whether there was a row to move to */
export function moveRow(step) {
  const rows = [...document.querySelectorAll("[data-rows] > a")];
  const at = rows.indexOf(/** @type {Element} */ (document.activeElement));
  const next = rows[at < 0 ? 0 : at + step];
  if (!(next instanceof HTMLElement)) {
    return false;
  }

  next.focus();
  next.scrollIntoView({ block: "nearest" });
  return true;
}
