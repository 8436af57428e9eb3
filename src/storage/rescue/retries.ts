/** Runs operations again until they succeed, waiting longer after each failure. */
export class Retries {
  private readonly pauses = new Set<() => void>();
  private stopped = false;

  constructor(private readonly retryAfter: (failures: number) => number) {}

  /** Runs the operation until it does not fail; false when it was stopped before. */
  async run(operation: () => Promise<void>): Promise<boolean> {
    for (let failures = 1; !this.stopped; failures++) {
      try {
        await operation();
        return true;
      } catch {
        if (!this.stopped) await this.pause(this.retryAfter(failures));
      }
    }
    return false;
  }

  /** Ends the pauses: what waits is tried again now. */
  retryNow(): void {
    for (const end of [...this.pauses]) end();
  }

  stop(): void {
    this.stopped = true;
    this.retryNow();
  }

  private pause(time: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.pauses.delete(end);
        resolve();
      };
      const timer = setTimeout(end, time);
      this.pauses.add(end);
    });
  }
}
