// Starts Blazor with our own connection bar and connects the small modules of the page.
// Plain modules with JSDoc types; nothing here is needed to read a page.
import { watchConnection } from "./connection.js";
import { reveal, room, watchDrawings } from "./drawing.js";
import { watchKeys } from "./keys.js";
import { closeDialog, openDialog, watchOpeners } from "./openers.js";

/** What the server may call. */
Object.assign(window, { backoffice: { openDialog, closeDialog, reveal, room } });

watchKeys();
watchOpeners();
watchDrawings();
watchConnection();
