import { StorageFailure, toStorageFailure } from "../log/failure";
import type { Channel, Message } from "./channel";

/** How long tabs wait for one another, in milliseconds. */
export interface TabTiming {
  /** A document that was just closed elsewhere, by a reload say, is not yet free. */
  readonly lease: number;
  /** After that, a tab that does not answer is taken to be dead. */
  readonly answer: number;
  /** After that, a tab that asked to take over is taken to be dead. */
  readonly handover: number;
}

/** What taking over needs of the document that is open here. */
export interface TakeoverPorts {
  readonly isWriter: () => boolean;
  readonly becomeReader: () => void;
  readonly flush: () => Promise<void>;
  /** This tab goes on as the writer, if it still has the right to. */
  readonly stayWriter: () => void;
}

/** How one tab takes the right to write from another: the other stores its edits first, and answers. */
export class Takeover {
  private answered: ((refused: string | null) => void) | null = null;
  private handover: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly channel: Channel,
    private readonly timing: TabTiming,
    private readonly id: string,
    private readonly name: string,
    private readonly ports: TakeoverPorts,
  ) {}

  /** Asks the writer to yield. Done when it has, or does not answer; rejects when it cannot store its edits. */
  async ask(): Promise<void> {
    const refused = await new Promise<string | null>((resolve) => {
      const timer = setTimeout(() => resolve(null), this.timing.answer);
      this.answered = (answer) => {
        clearTimeout(timer);
        resolve(answer);
      };
      this.channel.post({ kind: "yield", id: this.id, from: this.name });
    });
    this.answered = null;
    if (refused !== null) throw new StorageFailure("refused", refused);
  }

  onMessage(message: Message): void {
    if (message.kind === "yield" && message.id === this.id && message.from !== this.name) {
      if (this.ports.isWriter()) void this.yieldTo(message.from);
    } else if (message.kind === "yielded" && message.id === this.id && message.to === this.name) {
      this.answered?.(message.refused);
    }
  }

  stop(): void {
    clearTimeout(this.handover);
    this.answered?.(null);
  }

  private async yieldTo(to: string): Promise<void> {
    clearTimeout(this.handover);
    this.ports.becomeReader();
    try {
      await this.ports.flush();
    } catch (error) {
      this.ports.stayWriter();
      this.channel.post({ kind: "yielded", id: this.id, to, refused: toStorageFailure(error).problem.message });
      return;
    }
    this.channel.post({ kind: "yielded", id: this.id, to, refused: null });
    this.handover = setTimeout(() => this.ports.stayWriter(), this.timing.handover);
  }
}
