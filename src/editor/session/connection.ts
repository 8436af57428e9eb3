/** What the page may know of its connection to the local server; it is handed one, and never makes it. */
export type { Connection } from "../../client/connect";
export type { SessionStart } from "../../client/session";
