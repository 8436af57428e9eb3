/** What the page may know of its connection to the local server; it is handed one, and never makes one itself. */
export type { Connection } from "../../client/connect";
export type { Client } from "../../client/createClient";
export type { SessionStart } from "../../client/session";
