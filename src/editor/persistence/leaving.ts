import type { Environment } from "./environment";
import { forgetFarewell, leaveFarewell } from "./farewells";
import type { FarewellRecord } from "./records";

/** The farewell that a page left for a document, until the page has stored the document after all. */
export class Leaving {
  readonly #environment: Environment;
  #left: FarewellRecord | null = null;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** Puts aside what is not stored. Nothing is awaited: the page may be gone the next moment. */
  leave(farewell: FarewellRecord | null): void {
    const database = this.#environment.connection.now;
    if (farewell === null || database === null) return;
    try {
      leaveFarewell(database, farewell);
      this.#left = farewell;
    } catch {
      // The connection is going; the writer goes on trying for as long as the page lives.
    }
  }

  /** All is stored. A farewell that stays all the same is known to be old by the writes that came after it. */
  stored(): void {
    const left = this.#left;
    if (left === null) return;
    this.#left = null;
    this.#environment.connection
      .use((database) => forgetFarewell(database, left.id, left.writer))
      .catch(() => undefined);
  }
}
