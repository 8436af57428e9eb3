import { type Client, createClient } from "./createClient";
import { createSession, type PageSession, type SessionStart, type SessionWindow } from "./session";
import { type TabStorage, tabStorage } from "./tabStorage";

export interface Connection {
  readonly client: Client;
  readonly session: PageSession;
  /** What the tab remembers across its reloads. */
  readonly tab: TabStorage;
}

/** Joins a page to its local server: the typed calls, and the session that gives them their token. */
export function connect(
  window: SessionWindow & { readonly fetch: typeof globalThis.fetch },
  launched?: (start: SessionStart) => void,
): Connection {
  const client = createClient({
    fetch: (input, init) => window.fetch(input, init),
    token: () => session.token(),
    tokenRefused: (token) => session.forget(token),
  });
  const session = createSession({
    window,
    exchange: (code) => client.session(code === null ? {} : { code }),
    launched,
  });
  return { client, session, tab: tabStorage(window) };
}
