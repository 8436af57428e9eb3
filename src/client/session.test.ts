import { describe, expect, it } from "vitest";
import type { Result } from "../contract/operations";
import type { Session } from "../contract/session";
import { createSession, type SessionStart, type SessionWindow } from "./session";

/** Tabs of one browser: each has an address and a storage, all share the channel. */
function browser() {
  const channels: { owner: object; name: string; listeners: ((event: MessageEvent) => void)[] }[] = [];
  const tab = (hash: string, stored: string | null = null, { pathname = "/", isBehindProxy = false } = {}) => {
    const key = pathname === "/" ? "stepwire.token" : `stepwire.token ${pathname}`;
    const storage = new Map<string, string>(stored === null ? [] : [[key, stored]]);
    const hashListeners: ((event: HashChangeEvent) => void)[] = [];
    const location = { hash, pathname, search: "" };
    const window: SessionWindow = {
      location,
      history: {
        replaceState: (_data, _unused, url) => {
          location.hash = url.slice(url.indexOf("#"));
        },
      },
      sessionStorage: {
        getItem: (key) => storage.get(key) ?? null,
        setItem: (key, value) => storage.set(key, value),
        removeItem: (key) => storage.delete(key),
      },
      BroadcastChannel: class {
        readonly channel;
        constructor(name: string) {
          this.channel = { owner: this, name, listeners: [] as ((event: MessageEvent) => void)[] };
          channels.push(this.channel);
        }
        postMessage(data: unknown) {
          for (const { owner, name, listeners } of channels) {
            if (owner !== this && name === this.channel.name)
              for (const listener of [...listeners]) listener({ data } as MessageEvent);
          }
        }
        addEventListener(_type: string, listener: unknown) {
          this.channel.listeners.push(listener as (event: MessageEvent) => void);
        }
        close() {}
      },
      document: { querySelector: () => (isBehindProxy ? {} : null) },
      addEventListener: (_type, listener) => hashListeners.push(listener),
    };
    const goTo = (next: string) => {
      const oldURL = `http://127.0.0.1:1/${location.hash}`;
      location.hash = next;
      for (const listener of hashListeners) listener({ oldURL } as HashChangeEvent);
    };
    return { window, location, storage, goTo };
  };
  return { tab };
}

const opened = { name: "churn.json", text: "{}" };
const exchange = async (code: string | null): Promise<Result<Session>> =>
  code === "GOOD"
    ? { ok: true, value: { token: "token-1", opened } }
    : { ok: false, error: { kind: "code", name: "LaunchCodeRefused", message: "used" } };

describe("a tab's session", () => {
  it("comes from the launch link, which leaves the address before the server is asked", async () => {
    const { window, location, storage } = browser().tab("#/launch/GOOD");
    const seen: string[] = [];
    const session = createSession({
      window,
      exchange: (code) => {
        seen.push(location.hash);
        return exchange(code);
      },
    });
    expect(await session.start()).toEqual({ opened, failure: null });
    expect(seen).toEqual(["#/"]);
    expect(session.token()).toBe("token-1");
    expect([...storage.values()]).toEqual(["token-1"]);
  });

  it("goes on after a reload", async () => {
    const { window } = browser().tab("#/d/1", "token-1");
    const session = createSession({ window, exchange });
    expect(await session.start()).toEqual({ opened: null, failure: null });
    expect(session.token()).toBe("token-1");
  });

  it("is asked of the open tabs by a new one", async () => {
    const { tab } = browser();
    const first = createSession({ window: tab("#/", "token-1").window, exchange });
    const second = createSession({ window: tab("#/").window, exchange });
    await second.start();
    expect([first.token(), second.token()]).toEqual(["token-1", "token-1"]);
  });

  it("is none when no tab has one: the editor works without", async () => {
    const session = createSession({ window: browser().tab("#/").window, exchange });
    expect(await session.start()).toEqual({ opened: null, failure: null });
    expect(session.token()).toBeNull();
  });

  it("says why when the link is used up, and leaves no code in the address", async () => {
    const { window, location } = browser().tab("#/launch/OLD");
    const session = createSession({ window, exchange });
    expect((await session.start()).failure?.kind).toBe("code");
    expect(location.hash).toBe("#/");
  });

  it("is renewed in all tabs when a fresh link is pasted into one, which stays where it was", async () => {
    const { tab } = browser();
    const open = tab("#/d/1", "token-0");
    const starts: SessionStart[] = [];
    const session = createSession({ window: open.window, exchange, launched: (start) => starts.push(start) });
    const other = createSession({ window: tab("#/", "token-0").window, exchange });
    session.forget("token-0");
    expect(session.token()).toBeNull();
    const changed = new Promise<void>((resolve) => session.subscribe(resolve));
    open.goTo("#/launch/GOOD");
    expect(open.location.hash).toBe("#/d/1");
    await changed;
    expect([session.token(), other.token()]).toEqual(["token-1", "token-1"]);
    await Promise.resolve();
    expect(starts).toEqual([{ opened, failure: null }]);
  });

  it("keeps a newer token when an older one is refused late", async () => {
    const { window } = browser().tab("#/", "token-1");
    const session = createSession({ window, exchange });
    session.forget("token-0");
    expect(session.token()).toBe("token-1");
  });

  it("comes through a proxy that proves itself, in each tab, and again when the server was started anew", async () => {
    const asked: (string | null)[] = [];
    const throughProxy = async (code: string | null): Promise<Result<Session>> => {
      asked.push(code);
      return { ok: true, value: { token: `token-${asked.length}`, opened: null } };
    };
    const { window } = browser().tab("#/", null, { pathname: "/user/ann/stepwire/", isBehindProxy: true });
    const session = createSession({ window, exchange: throughProxy });
    expect(await session.start()).toEqual({ opened: null, failure: null });
    expect([session.token(), asked]).toEqual(["token-1", [null]]);
    const changed = new Promise<void>((resolve) => session.subscribe(resolve));
    session.forget("token-1");
    await changed;
    await Promise.resolve();
    expect([session.token(), asked]).toEqual(["token-2", [null, null]]);
  });

  it("is not that of another server at the same origin, below another path", async () => {
    const { tab } = browser();
    const ann = tab("#/", "token-1", { pathname: "/user/ann/stepwire/" });
    const first = createSession({ window: ann.window, exchange });
    const bob = tab("#/", null, { pathname: "/user/bob/stepwire/" });
    const second = createSession({ window: bob.window, exchange });
    await second.start();
    expect([first.token(), second.token()]).toEqual(["token-1", null]);
  });
});
