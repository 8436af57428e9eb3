import type { Retrying } from "./retrying";

/** Something that is done again when it was asked for while it was being done: one at a time, none forgotten. */
export class Repeating {
  readonly #retrying: Retrying;
  readonly #once: () => Promise<void>;
  #state: "idle" | "busy" | "asked again" = "idle";

  constructor(retrying: Retrying, once: () => Promise<void>) {
    this.#retrying = retrying;
    this.#once = once;
  }

  ask(): void {
    if (this.#state === "idle") void this.#run();
    else this.#state = "asked again";
  }

  async #run(): Promise<void> {
    do {
      this.#state = "busy";
      await this.#retrying.until(this.#once);
    } while (this.#isAskedAgain());
    this.#state = "idle";
  }

  #isAskedAgain(): boolean {
    return this.#state === "asked again";
  }
}
