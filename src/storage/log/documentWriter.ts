import type { PipelineDocument } from "../../pipeline/definition/document";
import { printDocument } from "./encodeDocument";
import { type StorageFailure, type StorageProblem, toStorageFailure } from "./failure";
import type { Append } from "./nextRevision";
import type { DocumentRevision, PendingSave } from "./records";
import type { WriterTiming } from "./writerTiming";

/** Whether what is on the screen is stored. "saved" is said only after the transaction that stored it has completed. */
export type SaveStatus =
  | { readonly state: "saved"; readonly revision: number }
  | { readonly state: "saving" }
  | { readonly state: "unsaved"; readonly reason: StorageProblem };

export interface WriterPorts {
  /** Names this writer among all that ever were. */
  readonly name: string;
  readonly append: (append: Append) => Promise<DocumentRevision>;
  readonly timing: WriterTiming;
  readonly onStatus: (status: SaveStatus) => void;
  /** A revision is stored; `renamed` when the document then has another name than the editor's. */
  readonly onStored: (known: DocumentRevision, renamed: boolean) => void;
  /** Another writer was first. The document is not stored and will not be tried again. */
  readonly onConflict: () => void;
}

/** Writes one document's newest state, one write at a time; what comes in meanwhile is written together next. */
export class DocumentWriter {
  readonly #ports: WriterPorts;
  #base: DocumentRevision;
  #newest: PipelineDocument;
  #status: SaveStatus;
  #uncertain = new Map<string, PipelineDocument>();
  #writes = 0;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #stopped = false;

  constructor(base: DocumentRevision, ports: WriterPorts) {
    this.#base = base;
    this.#newest = base.document;
    this.#ports = ports;
    this.#status = this.isClean ? { state: "saved", revision: base.revision } : { state: "saving" };
    if (!this.isClean) this.#schedule(0);
  }

  get base(): DocumentRevision {
    return this.#base;
  }
  get newest(): PipelineDocument {
    return this.#newest;
  }
  get status(): SaveStatus {
    return this.#status;
  }
  get isClean(): boolean {
    return this.#newest === this.#base.document && this.#base.revision > 0 && this.#uncertain.size === 0;
  }

  /** Notes the newest state, to be written shortly. */
  save(document: PipelineDocument): void {
    if (document === this.#newest || this.#stopped) return;
    this.#newest = document;
    if (this.isClean) {
      this.#unschedule();
      this.#markSaved();
      return;
    }
    if (this.#status.state === "saved") this.#setStatus({ state: "saving" });
    if (this.#timer === undefined && this.#running === null) this.#schedule(this.#ports.timing.delay);
  }

  /** Writes at once; done when everything noted so far is stored. Rejects with a StorageFailure when it could not be. */
  async flush(): Promise<void> {
    const wanted = this.#newest;
    const isStored = () => this.#base.document === wanted && this.#base.revision > 0 && this.#uncertain.size === 0;
    while (!this.#stopped && !this.isClean && !isStored()) {
      this.#unschedule();
      await this.#write();
    }
  }

  /** Goes on from a revision that another writer stored while this one had nothing to write. */
  advanceTo(known: DocumentRevision): void {
    this.#base = known;
    this.#newest = known.document;
    this.#markSaved();
  }

  /** What to leave behind when the page goes away before it is stored; null when nothing is missing. */
  pendingSave(): PendingSave | null {
    if (this.isClean || this.#stopped) return null;
    const write = this.#nextWrite("pending");
    const writes = [...this.#uncertain.keys(), write];
    this.#uncertain.set(write, this.#newest);
    const { name } = this.#ports;
    return {
      id: this.#newest.id,
      writer: name,
      revision: this.#base.revision,
      writes,
      write,
      text: printDocument(this.#newest),
    };
  }

  /** Done when no write is under way, however it ended. */
  async idle(): Promise<void> {
    await this.#running?.catch(() => undefined);
  }

  /** Writes nothing more. */
  stop(): void {
    this.#stopped = true;
    this.#unschedule();
  }

  #nextWrite(kind: string): string {
    this.#writes++;
    return `${this.#ports.name}:${kind}:${this.#writes}`;
  }

  #schedule(delay: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#write().catch(() => undefined);
    }, delay);
  }

  #unschedule(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** One write, or the one that is under way; afterwards the next is scheduled where one is needed. */
  #write(): Promise<void> {
    this.#running ??= this.#attempt().finally(() => {
      this.#running = null;
      if (this.#stopped || this.#timer !== undefined) return;
      if (this.#failures > 0) this.#schedule(this.#ports.timing.retryAfter(this.#failures));
      else if (this.isClean) this.#markSaved();
      else this.#schedule(this.#ports.timing.delay);
    });
    return this.#running;
  }

  async #attempt(): Promise<void> {
    const document = this.#newest;
    const write = this.#nextWrite("edit");
    const uncertain = new Map(this.#uncertain);
    this.#uncertain.set(write, document);
    try {
      const known = await this.#ports.append({ base: this.#base, document, write, uncertain });
      for (const settled of [write, ...uncertain.keys()]) this.#uncertain.delete(settled);
      this.#arrived(document, known);
    } catch (error) {
      throw this.#failed(toStorageFailure(error));
    }
  }

  #arrived(sent: PipelineDocument, known: DocumentRevision): void {
    this.#failures = 0;
    const renamed = known.document.name !== sent.name;
    // What equals the stored document is from now on the stored document, so that "changed?" stays `!==`.
    if (!renamed) this.#base = { ...known, document: sent };
    else {
      this.#base = known;
      this.#newest = this.#newest === sent ? known.document : { ...this.#newest, name: known.document.name };
    }
    this.#ports.onStored(this.#base, renamed);
  }

  #failed(failure: StorageFailure): StorageFailure {
    this.#failures++;
    const isConflict = failure.problem.name === "conflict";
    if (isConflict) this.stop();
    this.#setStatus({ state: "unsaved", reason: failure.problem });
    if (isConflict) this.#ports.onConflict();
    return failure;
  }

  #markSaved(): void {
    this.#setStatus({ state: "saved", revision: this.#base.revision });
  }

  #setStatus(status: SaveStatus): void {
    const was = this.#status;
    if (was.state === status.state && JSON.stringify(was) === JSON.stringify(status)) return;
    this.#status = status;
    this.#ports.onStatus(status);
  }
}
