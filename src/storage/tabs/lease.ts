/** The part of a LockManager that is used. */
export interface LocksLike {
  request(
    name: string,
    options: { readonly signal?: AbortSignal; readonly steal?: boolean },
    callback: () => Promise<void>,
  ): Promise<unknown>;
}

/**
 * The right to write a document: one tab at a time has it, by a Web Lock. The others stand in line, so that one of
 * them gets it when the tab that had it is closed or dies. Without Web Locks everyone has it, and revisions alone decide.
 */
export class Lease {
  readonly #locks: LocksLike | undefined;
  readonly #name: string;
  readonly #onChange: (held: boolean) => void;
  #held = false;
  #closed = false;
  #waiting: AbortController | null = null;
  #release: (() => void) | null = null;
  #onHeld: (() => void) | null = null;

  constructor(locks: LocksLike | undefined, id: string, onChange: (held: boolean) => void) {
    this.#locks = locks;
    this.#name = `stepwire-doc-${id}`;
    this.#onChange = onChange;
  }

  get held(): boolean {
    return this.#held;
  }

  /** Stands in line. */
  queue(): void {
    if (this.#locks === undefined) {
      this.#set(true);
      return;
    }
    const waiting = new AbortController();
    this.#waiting = waiting;
    this.#request({ signal: waiting.signal });
  }

  /** Done when the right is held, or after a while. */
  wait(time: number): Promise<void> {
    return new Promise((resolve) => {
      if (this.#held) {
        resolve();
        return;
      }
      const timer = setTimeout(resolve, time);
      this.#onHeld = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Takes the right from whoever has it. */
  steal(): void {
    if (this.#closed || this.#held) return;
    this.#waiting?.abort();
    this.#waiting = null;
    this.#request({ steal: true });
  }

  close(): void {
    this.#closed = true;
    this.#held = false;
    this.#waiting?.abort();
    this.#release?.();
  }

  #request(options: { signal?: AbortSignal; steal?: boolean }): void {
    const hold = (): Promise<void> => {
      this.#waiting = null;
      if (this.#closed) return Promise.resolve();
      const held = new Promise<void>((resolve) => {
        this.#release = resolve;
      });
      this.#set(true);
      return held;
    };
    this.#locks?.request(this.#name, options, hold).catch(() => {
      // Stolen, or called out of the line. Only who was stolen from goes back into it.
      if (options.signal?.aborted || this.#closed) return;
      if (!this.#held) {
        // Locks are denied, with all that a page could keep: as good as none.
        this.#set(true);
        return;
      }
      this.#set(false);
      this.queue();
    });
  }

  #set(held: boolean): void {
    if (this.#held === held) return;
    this.#held = held;
    if (held) this.#onHeld?.();
    this.#onChange(held);
  }
}
