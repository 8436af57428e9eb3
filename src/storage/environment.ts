import type { DocumentStorage, StorageHandlers } from "./documentStorage";
import type { Connection } from "./log/database";
import type { WriteContext } from "./log/nextRevision";
import { type WriterTiming, writerTiming } from "./log/writerTiming";
import type { PageLike } from "./rescue/pageEvents";
import type { PendingMirror } from "./rescue/pendingMirror";
import type { SecondCopy, StorageBucketsLike } from "./rescue/secondCopy";
import type { Channel, ChannelLike } from "./tabs/channel";
import type { LocksLike } from "./tabs/lease";
import type { TabTiming } from "./tabs/takeover";

/** All waits, in milliseconds. */
interface Timing extends WriterTiming, TabTiming {
  /** A stored document is copied that much later, together with the edits that come meanwhile. */
  readonly copy: number;
  /** What storage has not answered by then has failed; said on the screen within five seconds. */
  readonly patience: number;
}

export const defaultTiming: Timing = {
  ...writerTiming,
  lease: 200,
  answer: 1500,
  handover: 3000,
  copy: 1000,
  patience: 3500,
};

/** What documents need of the browser. Everything can be replaced; without locks or a channel, revisions alone decide. */
export interface LibraryOptions extends WriteContext {
  readonly indexedDB?: IDBFactory | undefined;
  /** Where the second copy lies; without them there is none. */
  readonly buckets?: StorageBucketsLike | undefined;
  readonly locks?: LocksLike | undefined;
  readonly channel?: ChannelLike | undefined;
  readonly page?: PageLike | undefined;
  /** What has taken a text when it returns; for what a page could not store when it was left. */
  readonly localStorage?: Storage | undefined;
  /** Remembers for this tab alone, across its reloads. */
  readonly tab?: Pick<Storage, "getItem" | "setItem"> | undefined;
  readonly timing?: Partial<Timing>;
}

/** The same, opened. */
export interface Environment extends WriteContext {
  readonly connection: Connection;
  readonly secondCopy: SecondCopy;
  readonly pendingMirror: PendingMirror;
  readonly channel: Channel;
  readonly locks: LocksLike | undefined;
  readonly page: PageLike | undefined;
  readonly timing: Timing;
  /** What is open on this page, by its id; closed ones too for as long as they are not stored. */
  readonly open: Map<string, OpenedHere>;
}

/** A document that is open on this page. */
export interface OpenedHere {
  /** True while what is on the screen could not be stored. */
  readonly isUnsaved: boolean;
  /** Goes on with one that was closed and not stored; null where it is not that. */
  resume(handlers: StorageHandlers): DocumentStorage | null;
}

/** What the browser has of all that, for `openLibrary`. A part that it lacks or denies is left out. */
export function browserParts(): Omit<LibraryOptions, "now" | "countSteps"> {
  return {
    indexedDB: granted(() => globalThis.indexedDB),
    buckets: granted(() => (globalThis.navigator as { storageBuckets?: StorageBucketsLike }).storageBuckets),
    locks: granted(() => globalThis.navigator.locks) as LocksLike | undefined,
    channel: granted(() => new BroadcastChannel("stepwire")),
    page: granted(() => globalThis.window),
    localStorage: granted(() => globalThis.localStorage),
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
