import type { ChannelLike } from "../storage/tabs/channel";

/** The BroadcastChannels of one browser: what one tab posts, every other tab hears, later. */
export class FakeChannels {
  readonly #tabs = new Set<FakeChannel>();

  open(): FakeChannel {
    const channel = new FakeChannel((message, from) => {
      const copy = JSON.stringify(message);
      for (const tab of this.#tabs) if (tab !== from) queueMicrotask(() => tab.hear(JSON.parse(copy)));
    });
    this.#tabs.add(channel);
    return channel;
  }

  /** A tab that hears and says nothing any more: frozen, or dead. */
  silence(channel: FakeChannel): void {
    this.#tabs.delete(channel);
  }
}

export class FakeChannel implements ChannelLike {
  readonly #post: (message: unknown, from: FakeChannel) => void;
  readonly #listeners = new Set<(event: { readonly data: unknown }) => void>();

  constructor(post: (message: unknown, from: FakeChannel) => void) {
    this.#post = post;
  }
  postMessage(message: unknown): void {
    this.#post(message, this);
  }
  addEventListener(_type: "message", listener: (event: { readonly data: unknown }) => void): void {
    this.#listeners.add(listener);
  }
  hear(data: unknown): void {
    for (const listener of this.#listeners) listener({ data });
  }
  close(): void {
    this.#listeners.clear();
  }
}
