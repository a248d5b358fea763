// Drawings that are larger than their place: bring a step into view, find the zoom that fits, and walk along the steps with
// the arrow keys.

/** For the server: scrolls a step into the middle of its drawing. @param {string} id */
export function reveal(id) {
  document.getElementById(id)?.scrollIntoView({ inline: "center", block: "nearest" });
}

/** For the server: the width and height that a drawing has on the page. @param {HTMLElement} place */
export function room(place) {
  return [place.clientWidth, place.clientHeight];
}

export function watchDrawings() {
  document.addEventListener("keydown", (event) => {
    const step = event.target instanceof Element ? event.target.closest(".fd-box[tabindex]") : null;
    const next = step && neighbour(step, event.key);
    if (next instanceof HTMLElement) {
      event.preventDefault();
      next.focus();
    }
  });
}

/**
 * The nearest step in the direction of an arrow key.
 * @param {Element} from
 * @param {string} key
 */
function neighbour(from, key) {
  const vertical = key === "ArrowDown" || key === "ArrowUp";
  if (!vertical && key !== "ArrowLeft" && key !== "ArrowRight") {
    return null;
  }

  const sign = key === "ArrowDown" || key === "ArrowRight" ? 1 : -1;
  const start = middle(from);
  let best = null;
  let least = Infinity;
  for (const other of from.parentElement?.querySelectorAll(".fd-box[tabindex]") ?? []) {
    const end = middle(other);
    const along = sign * (vertical ? end.y - start.y : end.x - start.x);
    const aside = Math.abs(vertical ? end.x - start.x : end.y - start.y);
    if (along > 1 && along + 2 * aside < least) {
      least = along + 2 * aside;
      best = other;
    }
  }

  return best;
}

/** @param {Element} element */
function middle(element) {
  const box = element.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}
