/**
 * How a tab comes to its token: by the one-time code in the launch link, from its own storage after a reload,
 * from another open tab, or through a proxy that proves itself. The token never stands in the address, a cookie or localStorage.
 */
import type { Result } from "../contract/operations";
import { launchFragment, proxyMeta, type Session } from "../contract/session";
import { type TabStorage, tabStorage } from "./tabStorage";

/** How long a new tab waits for an open one to answer. */
const patience = 300;

type Message = { readonly ask: true } | { readonly token: string };

function isMessage(data: unknown): data is Message {
  return (
    typeof data === "object" && data !== null && ("ask" in data || ("token" in data && typeof data.token === "string"))
  );
}

/** What of the browser a session needs; `window` has it all. */
export interface SessionWindow {
  readonly location: { readonly hash: string; readonly pathname: string; readonly search: string };
  readonly history: { replaceState(data: unknown, unused: string, url: string): void };
  readonly sessionStorage: TabStorage;
  readonly document: { querySelector(selector: string): unknown };
  readonly BroadcastChannel: new (name: string) => Pick<BroadcastChannel, "postMessage" | "addEventListener" | "close">;
  addEventListener(type: "hashchange", listener: (event: HashChangeEvent) => void): void;
}

export interface PageSession {
  /** The token, null while there is none. */
  token(): string | null;
  /** Reads the launch link or finds a token elsewhere; resolves when that is settled, with the file or folder handed over if there is one. */
  start(): Promise<SessionStart>;
  /** Calls back when a token comes or goes. */
  subscribe(listener: () => void): () => void;
  /** Drops a token that the server did not take. */
  forget(refused: string): void;
}

export interface SessionStart {
  readonly opened: Session["opened"];
  /** Why the launch link did not work, null where there was none or it did. */
  readonly failure: Extract<Result<Session>, { ok: false }>["error"] | null;
}

export interface SessionOptions {
  readonly window: SessionWindow;
  /** Null where the proxy speaks for the tab. */
  readonly exchange: (code: string | null) => Promise<Result<Session>>;
  /** A launch link was pasted into a tab that is open already. */
  readonly launched?: (start: SessionStart) => void;
}

export function createSession({ window, exchange, launched }: SessionOptions): PageSession {
  const tab = tabStorage(window);
  const isBehindProxy = window.document.querySelector(`meta[name=${proxyMeta}]`) !== null;
  // Behind a proxy others may have a Stepwire of their own at the same origin, below another path.
  const { pathname } = window.location;
  const below = pathname === "/" ? "" : ` ${pathname}`;
  const storageKey = `stepwire.token${below}`;
  let token = tab.getItem(storageKey);
  const listeners = new Set<() => void>();
  const channel = new window.BroadcastChannel(`stepwire.session${below}`);
  const hold = (next: string | null) => {
    if (next === token) return;
    token = next;
    if (next === null) tab.removeItem(storageKey);
    else tab.setItem(storageKey, next);
    for (const listener of listeners) listener();
  };

  channel.addEventListener("message", (event) => {
    if (!isMessage(event.data)) return;
    if ("token" in event.data) hold(event.data.token);
    else if (token !== null) channel.postMessage({ token } satisfies Message);
  });

  const launch = async (code: string | null): Promise<SessionStart> => {
    const result = await exchange(code);
    if (!result.ok) return { opened: null, failure: result.error };
    hold(result.value.token);
    channel.postMessage({ token: result.value.token } satisfies Message);
    return { opened: result.value.opened, failure: null };
  };

  const takeCode = (goBackTo: string): string | null => {
    const { hash, pathname, search } = window.location;
    if (!hash.startsWith(launchFragment)) return null;
    window.history.replaceState(null, "", pathname + search + goBackTo);
    return hash.slice(launchFragment.length);
  };

  window.addEventListener("hashchange", (event) => {
    const before = event.oldURL.indexOf("#");
    const code = takeCode(before < 0 ? "#/" : event.oldURL.slice(before));
    if (code !== null) void launch(code).then((start) => launched?.(start));
  });

  return {
    token: () => token,
    start: async () => {
      const code = takeCode("#/");
      if (code !== null) return launch(code);
      // Its answer also says which folder is open, which another tab does not.
      if (token === null && isBehindProxy) return launch(null);
      if (token === null) await askOpenTabs(channel, () => token !== null);
      return { opened: null, failure: null };
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    forget: (refused) => {
      if (refused !== token) return;
      hold(null);
      // The server behind it was started anew.
      if (isBehindProxy) void launch(null);
    },
  };
}

function askOpenTabs(
  channel: Pick<BroadcastChannel, "postMessage" | "addEventListener">,
  answered: () => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patience);
    // Registered after the session's own listener, so the token is already held when this one is called.
    channel.addEventListener("message", () => {
      if (!answered()) return;
      clearTimeout(timer);
      resolve();
    });
    channel.postMessage({ ask: true } satisfies Message);
  });
}
