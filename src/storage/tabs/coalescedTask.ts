import type { Retries } from "../rescue/retries";

/** A task that runs once at a time; requests made while it runs are coalesced into one more run. */
export class CoalescedTask {
  readonly #retries: Retries;
  readonly #task: () => Promise<void>;
  #state: "idle" | "running" | "requested again" = "idle";

  constructor(retries: Retries, task: () => Promise<void>) {
    this.#retries = retries;
    this.#task = task;
  }

  request(): void {
    if (this.#state === "idle") void this.#run();
    else this.#state = "requested again";
  }

  async #run(): Promise<void> {
    do {
      this.#state = "running";
      await this.#retries.run(this.#task);
    } while (this.#isRequestedAgain());
    this.#state = "idle";
  }

  #isRequestedAgain(): boolean {
    return this.#state === "requested again";
  }
}
