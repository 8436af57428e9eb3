/** Tries things until they succeed, waiting longer after each failure. */
export class Retrying {
  readonly #after: (failures: number) => number;
  readonly #pauses = new Set<() => void>();
  #stopped = false;

  constructor(after: (failures: number) => number) {
    this.#after = after;
  }

  /** Runs the operation until it does not fail; false when it was stopped before. */
  async until(operation: () => Promise<void>): Promise<boolean> {
    for (let failures = 1; !this.#stopped; failures++) {
      try {
        await operation();
        return true;
      } catch {
        if (!this.#stopped) await this.#pause(this.#after(failures));
      }
    }
    return false;
  }

  /** Tries again now, where it waits. */
  nudge(): void {
    for (const end of [...this.#pauses]) end();
  }

  stop(): void {
    this.#stopped = true;
    this.nudge();
  }

  #pause(time: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.#pauses.delete(end);
        resolve();
      };
      const timer = setTimeout(end, time);
      this.#pauses.add(end);
    });
  }
}
