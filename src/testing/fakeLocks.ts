import type { LocksLike } from "../storage/tabs/lease";

interface Held {
  readonly lose: (error: Error) => void;
}
interface Waiting {
  readonly grant: () => void;
}

/** Web Locks of one browser, shared by its tabs: exclusive locks, waited for in line, stolen, called out of the line. */
export class FakeLocks implements LocksLike {
  readonly #held = new Map<string, Held>();
  readonly #lines = new Map<string, Waiting[]>();

  request(
    name: string,
    { signal, steal = false }: { readonly signal?: AbortSignal; readonly steal?: boolean },
    callback: () => Promise<void>,
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const grant = () => {
        const held: Held = { lose: reject };
        this.#held.set(name, held);
        void Promise.resolve()
          .then(callback)
          .then(resolve, reject)
          .finally(() => {
            if (this.#held.get(name) === held) this.#release(name);
          });
      };
      if (steal) {
        this.#held.get(name)?.lose(new DOMException("Stolen", "AbortError"));
        grant();
      } else if (!this.#held.has(name)) grant();
      else this.#wait(name, grant, reject, signal);
    });
  }

  isHeld(name: string): boolean {
    return this.#held.has(name);
  }

  #wait(name: string, grant: () => void, reject: (error: Error) => void, signal: AbortSignal | undefined): void {
    const waiting: Waiting = { grant };
    const line = this.#lines.get(name) ?? [];
    this.#lines.set(name, [...line, waiting]);
    signal?.addEventListener("abort", () => {
      const now = this.#lines.get(name) ?? [];
      if (!now.includes(waiting)) return;
      this.#lines.set(
        name,
        now.filter((each) => each !== waiting),
      );
      reject(new DOMException("Aborted", "AbortError"));
    });
  }

  #release(name: string): void {
    this.#held.delete(name);
    const [next, ...rest] = this.#lines.get(name) ?? [];
    this.#lines.set(name, rest);
    next?.grant();
  }
}
