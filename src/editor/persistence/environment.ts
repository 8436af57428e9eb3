import type { Channel, ChannelLike } from "./channel";
import type { Connection } from "./database";
import type { WriterTiming } from "./documentWriter";
import type { LocksLike } from "./lease";
import type { SecondCopy, StorageBucketsLike } from "./secondCopy";

/** The part of a window that tells when it is left, hidden and shown. */
export interface PageLike {
  addEventListener(type: string, listener: () => void): void;
  removeEventListener(type: string, listener: () => void): void;
  readonly document?: { readonly visibilityState: string };
}

/** How long tabs wait for one another, in milliseconds. */
export interface TabTiming {
  /** A document that was just closed elsewhere, by a reload say, is not yet free. */
  readonly lease: number;
  /** After that, a tab that does not answer is taken to be dead. */
  readonly answer: number;
  /** After that, a tab that asked to take over is taken to be dead. */
  readonly relief: number;
  /** A stored document is copied that much later, together with the edits that come meanwhile. */
  readonly copy: number;
}

export const usualTabTiming: TabTiming = { lease: 200, answer: 1500, relief: 3000, copy: 1000 };

/** What documents need of the browser. Everything can be replaced; without locks or a channel, revisions alone decide. */
export interface LibraryOptions {
  readonly indexedDB?: IDBFactory | undefined;
  /** Where the second copy lies; without them there is none. */
  readonly buckets?: StorageBucketsLike | undefined;
  readonly locks?: LocksLike | undefined;
  readonly channel?: ChannelLike | undefined;
  readonly page?: PageLike | undefined;
  /** Remembers for this tab alone, across its reloads. */
  readonly tab?: Pick<Storage, "getItem" | "setItem"> | undefined;
  readonly now: () => number;
  /** A name that no other has. */
  readonly newName: () => string;
  readonly timing?: Partial<WriterTiming & TabTiming>;
}

/** The same, opened. */
export interface Environment {
  readonly connection: Connection;
  readonly secondCopy: SecondCopy;
  readonly channel: Channel;
  readonly locks: LocksLike | undefined;
  readonly page: PageLike | undefined;
  readonly now: () => number;
  readonly newName: () => string;
  readonly timing: WriterTiming & TabTiming;
}

/** What the browser has of all that, for `openLibrary`. A part that it lacks or denies is left out. */
export function browserParts(): Omit<LibraryOptions, "now"> {
  return {
    indexedDB: granted(() => globalThis.indexedDB),
    buckets: granted(() => (globalThis.navigator as { storageBuckets?: StorageBucketsLike }).storageBuckets),
    locks: granted(() => globalThis.navigator.locks) as LocksLike | undefined,
    channel: granted(() => new BroadcastChannel("stepwire")),
    page: granted(() => globalThis.window),
    tab: granted(() => globalThis.sessionStorage),
    newName: () => [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(36)).join(""),
  };
}

function granted<Part>(get: () => Part | undefined): Part | undefined {
  try {
    return get() ?? undefined;
  } catch {
    return undefined;
  }
}
