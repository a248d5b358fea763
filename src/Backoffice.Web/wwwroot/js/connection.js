// The connection to the server: reconnects sooner and longer than Blazor does by itself, and never covers the page,
// so that what was typed stays where it is.

/** Milliseconds to wait before each attempt; the last one repeats. */
const waits = [0, 500, 1000, 2000, 3000, 5000];
const mostAttempts = 120;

export function watchConnection() {
  /** @type {any} */ (window).Blazor.start({
    circuit: {
      reconnectionOptions: {
        maxRetries: mostAttempts,
        /** @param {number} attempt */
        retryIntervalMilliseconds: (attempt) => (attempt >= mostAttempts ? null : waits[Math.min(attempt, waits.length - 1)]),
      },
    },
  });

  document.addEventListener("click", (event) => {
    const action = event.target instanceof Element ? event.target.closest("[data-do]")?.getAttribute("data-do") : null;
    if (action === "reconnect") {
      void reconnect();
    } else if (action === "reload") {
      location.reload();
    }
  });
}

/** Tries once more; the server may have forgotten the circuit, then only a new page helps. */
async function reconnect() {
  if (!(await /** @type {any} */ (window).Blazor.reconnect())) {
    location.reload();
  }
}
