import type { Message } from "./channel";
import type { Environment } from "./environment";
import { StorageFailure, toStorageFailure } from "./failure";

/** What taking over needs of the document that is open here. */
export interface TakingOverPorts {
  readonly isWriter: () => boolean;
  readonly becomeReader: () => void;
  readonly flush: () => Promise<void>;
  /** This tab goes on as the writer, if it still has the right to. */
  readonly stayWriter: () => void;
}

/** How one tab takes the right to write from another: the other stores its edits first, and answers. */
export class TakingOver {
  readonly #environment: Environment;
  readonly #id: string;
  readonly #name: string;
  readonly #ports: TakingOverPorts;
  #answered: ((refused: string | null) => void) | null = null;
  #relief: ReturnType<typeof setTimeout> | undefined;

  constructor(environment: Environment, id: string, name: string, ports: TakingOverPorts) {
    this.#environment = environment;
    this.#id = id;
    this.#name = name;
    this.#ports = ports;
  }

  /** Asks the writer to yield. Done when it has, or does not answer; rejects when it cannot store its edits. */
  async ask(): Promise<void> {
    const { channel, timing } = this.#environment;
    const refused = await new Promise<string | null>((resolve) => {
      const timer = setTimeout(() => resolve(null), timing.answer);
      this.#answered = (answer) => {
        clearTimeout(timer);
        resolve(answer);
      };
      channel.post({ kind: "yield", id: this.#id, from: this.#name });
    });
    this.#answered = null;
    if (refused !== null) throw new StorageFailure("refused", refused);
  }

  heard(message: Message): void {
    if (message.kind === "yield" && message.id === this.#id && message.from !== this.#name) {
      if (this.#ports.isWriter()) void this.#yieldTo(message.from);
    } else if (message.kind === "yielded" && message.id === this.#id && message.to === this.#name) {
      this.#answered?.(message.refused);
    }
  }

  stop(): void {
    clearTimeout(this.#relief);
    this.#answered?.(null);
  }

  async #yieldTo(to: string): Promise<void> {
    const { channel, timing } = this.#environment;
    clearTimeout(this.#relief);
    this.#ports.becomeReader();
    try {
      await this.#ports.flush();
    } catch (error) {
      this.#ports.stayWriter();
      channel.post({ kind: "yielded", id: this.#id, to, refused: toStorageFailure(error).problem.message });
      return;
    }
    channel.post({ kind: "yielded", id: this.#id, to, refused: null });
    this.#relief = setTimeout(() => this.#ports.stayWriter(), timing.relief);
  }
}
