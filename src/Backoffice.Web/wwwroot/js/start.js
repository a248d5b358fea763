// Starts Blazor with our own connection bar and connects the small modules of the page.
// Plain modules with JSDoc types; nothing here is needed to read a page.
import { watchConnection } from "./connection.js";
import { watchKeys } from "./keys.js";
import { watchOpeners } from "./openers.js";

watchConnection();
watchKeys();
watchOpeners();
