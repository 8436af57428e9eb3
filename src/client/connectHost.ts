/** Joins the page to the program that shows it and holds its file (VS Code), in the place of the local server. */
import type { AppError } from "../contract/appError";
import type { HostMessage, HostOpening, HostRequest } from "../contract/host";
import type { Result } from "../contract/operations";
import type { Connection } from "./connect";
import type { Client } from "./createClient";
import type { TabStorage } from "./tabStorage";

/** How messages go. */
export interface HostPort {
  post(message: unknown): void;
  listen(listener: (message: unknown) => void): void;
}

export interface HostConnection extends Connection {
  readonly opening: HostOpening;
  /** Asks the host for something; rejects with its words where it fails. */
  ask<Value>(request: HostRequest): Promise<Value>;
  /** Tells what the host says by itself. */
  onEvent(listener: (event: Extract<HostMessage, { event: string }>) => void): () => void;
}

export async function connectHost({ post, listen }: HostPort): Promise<HostConnection> {
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  const listeners = new Set<(event: Extract<HostMessage, { event: string }>) => void>();
  let asked = 0;
  listen((data) => {
    if (!isHostMessage(data)) return;
    if ("event" in data) {
      for (const listener of listeners) listener(data);
      return;
    }
    const asking = waiting.get(data.answer);
    waiting.delete(data.answer);
    if ("failed" in data) asking?.reject(new Error(data.failed));
    else asking?.resolve(data.value as never);
  });
  const ask = <Value>(request: HostRequest): Promise<Value> =>
    new Promise((resolve, reject) => {
      const id = ++asked;
      waiting.set(id, { resolve, reject });
      post({ ...request, id });
    });
  return {
    opening: await ask<HostOpening>({ call: "open" }),
    ask,
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    client: clientOf(ask),
    session: {
      token: () => null,
      start: async () => ({ opened: null, failure: null }),
      subscribe: () => () => {},
      forget: () => {},
    },
    tab: nowhere(),
  };
}

/** Files are asked of the host; there is no local server for all else. */
function clientOf(ask: HostConnection["ask"]): Client {
  const told = (request: HostRequest): Promise<Result<never>> =>
    ask<never>(request).then(
      (value) => ({ ok: true, value }),
      (error: Error) => failed({ kind: "file", name: "FileFailed", message: error.message }),
    );
  const files: Pick<Client, "listFiles" | "readFile" | "writeFile"> = {
    listFiles: async () => ({ ok: true, value: null }),
    readFile: ({ known }) => told({ call: "readFile", known }),
    writeFile: ({ text, expected, beside }) => told({ call: "writeFile", text, expected, beside }),
  };
  const noServer = async (name: string) =>
    failed({ kind: "session", name: "NoSession", message: "There is no local server here.", operation: name });
  return new Proxy(files as Client, {
    get: (known, name) => {
      if (typeof name === "symbol" || name === "then") return undefined;
      return Object.hasOwn(known, name) ? known[name as keyof Client] : () => noServer(name);
    },
  });
}

function failed(error: AppError): { readonly ok: false; readonly error: AppError } {
  return { ok: false, error };
}

function isHostMessage(data: unknown): data is HostMessage {
  return typeof data === "object" && data !== null && ("answer" in data || "event" in data);
}

/** What this window remembers is gone with it: the file's text is the host's, and nothing else has to stay. */
function nowhere(): TabStorage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}
