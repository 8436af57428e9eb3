/** What tabs tell each other. Nothing here carries a document: what counts is what storage holds. */
export type Message =
  /** A revision of a document is stored. */
  | { readonly kind: "stored"; readonly id: string; readonly revision: number; readonly from: string }
  /** The list of documents has changed. */
  | { readonly kind: "listed" }
  /** A tab wants to edit a document that another one edits. */
  | { readonly kind: "yield"; readonly id: string; readonly from: string }
  /** The other one has stored everything and waits to be relieved; or it could not store, and keeps the document. */
  | { readonly kind: "yielded"; readonly id: string; readonly to: string; readonly refused: string | null };

/** The part of a BroadcastChannel that is used. */
export interface ChannelLike {
  postMessage(message: unknown): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

/** A channel to the other tabs and to the other documents open in this one. */
export class Channel {
  private readonly listeners = new Set<(message: Message) => void>();

  constructor(private readonly outside: ChannelLike | undefined) {
    outside?.addEventListener("message", ({ data }) => {
      if (isMessage(data)) this.deliver(data);
    });
  }

  post(message: Message): void {
    this.outside?.postMessage(message);
    this.deliver(message);
  }

  listen(listener: (message: Message) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  close(): void {
    this.listeners.clear();
    this.outside?.close();
  }

  private deliver(message: Message): void {
    for (const listener of [...this.listeners]) listener(message);
  }
}

function isMessage(data: unknown): data is Message {
  return typeof data === "object" && data !== null && "kind" in data && typeof data.kind === "string";
}
