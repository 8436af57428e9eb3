import type { PipelineDocument } from "../pipeline/definition/document";
import type { DocumentStorage, Role, StorageHandlers } from "./documentStorage";
import type { Environment, OpenedHere } from "./environment";
import { restoreStored } from "./libraryRecords";
import { DocumentWriter, type SaveStatus } from "./log/documentWriter";
import { StorageFailure, toStorageFailure } from "./log/failure";
import { printedAppend } from "./log/printedAppend";
import { catchUp, readLatest } from "./log/readDocuments";
import type { DocumentRevision } from "./log/records";
import { read } from "./log/transactions";
import { ConflictingEdits } from "./rescue/conflictingEdits";
import { PageHideFlush } from "./rescue/flushOnPageHide";
import { onPageEvents } from "./rescue/pageEvents";
import { type Found, readWithPendingSaves } from "./rescue/pendingSaves";
import { Retries } from "./rescue/retries";
import type { Message } from "./tabs/channel";
import { CoalescedTask } from "./tabs/coalescedTask";
import { Lease } from "./tabs/lease";
import { Takeover } from "./tabs/takeover";

/** Opens a stored document, or a new one, which is then stored as soon as storage allows. */
export async function openDocument(
  environment: Environment,
  target: string | PipelineDocument,
  handlers: StorageHandlers,
): Promise<DocumentStorage> {
  const left = environment.open.get(typeof target === "string" ? target : target.id)?.resume(handlers);
  if (left != null) return left;
  const storage = new OpenDocument(environment, typeof target === "string" ? target : target.id, handlers);
  try {
    await storage.open(typeof target === "string" ? null : target);
  } catch (error) {
    storage.abandon();
    throw toStorageFailure(error);
  }
  return storage;
}

class OpenDocument implements DocumentStorage, OpenedHere {
  readonly id: string;
  readonly #environment: Environment;
  #handlers: StorageHandlers;
  readonly #name: string;
  readonly #lease: Lease;
  readonly #retries: Retries;
  readonly #takeover: Takeover;
  readonly #following: CoalescedTask;
  readonly #pageHideFlush: PageHideFlush;
  readonly #conflict: ConflictingEdits;
  readonly #listeners = new Set<() => void>();
  readonly #endings: (() => void)[] = [];
  #role: Role = "reader";
  /** The last stored revision that is known, while nothing is written here. */
  #known: DocumentRevision | null = null;
  #writer: DocumentWriter | null = null;
  /** Why what other tabs store cannot be followed. */
  #unreadable: StorageFailure | null = null;
  #writers = 0;
  #isOpen = false;
  /** Nobody looks at it any more; it goes when it is stored. */
  #isClosing = false;
  /** Another window has deleted it. */
  #isDeleted = false;

  constructor(environment: Environment, id: string, handlers: StorageHandlers) {
    this.id = id;
    this.#environment = environment;
    this.#handlers = handlers;
    this.#name = environment.newName();
    this.#lease = new Lease(environment.locks, id, (held) => this.#leaseChanged(held));
    this.#retries = new Retries(environment.timing.retryAfter);
    this.#following = new CoalescedTask(this.#retries, () => this.#catchUp());
    this.#pageHideFlush = new PageHideFlush(environment.connection, environment.pendingMirror);
    this.#conflict = new ConflictingEdits(environment.connection, environment.now, this.#retries, this.#name);
    this.#takeover = new Takeover(environment.channel, environment.timing, id, this.#name, {
      isWriter: () => this.#role === "writer",
      becomeReader: () => this.#setRole("reader"),
      flush: async () => this.#writer?.flush(),
      stayWriter: () => this.#stayWriter(),
    });
  }

  get role(): Role {
    return this.#role;
  }

  get document(): PipelineDocument {
    const document = this.#conflict.document ?? this.#writer?.newest ?? this.#known?.document;
    if (document === undefined) throw new Error("The document is not open.");
    return document;
  }

  get status(): SaveStatus {
    if (this.#isDeleted) return { state: "unsaved", reason: new StorageFailure("deleted").problem };
    if (this.#conflict.document !== null) return { state: "unsaved", reason: new StorageFailure("conflict").problem };
    if (this.#writer === null && this.#unreadable !== null)
      return { state: "unsaved", reason: this.#unreadable.problem };
    return this.#writer?.status ?? { state: "saved", revision: this.#known?.revision ?? 0 };
  }

  get isUnsaved(): boolean {
    const isMissing = this.#writer?.isClean === false || this.#conflict.document !== null;
    return isMissing && this.status.state === "unsaved";
  }

  resume(handlers: StorageHandlers): DocumentStorage | null {
    if (!this.#isClosing || !this.#isOpen) return null;
    this.#isClosing = false;
    this.#handlers = handlers;
    this.#retries.retryNow();
    return this;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async open(fresh: PipelineDocument | null): Promise<void> {
    const { channel, page, timing } = this.#environment;
    this.#endings.push(
      channel.listen((message) => this.#onMessage(message)),
      onPageEvents(
        page,
        () => this.putAside(),
        () => this.#onPageShow(),
      ),
    );
    this.#lease.queue();
    await this.#lease.wait(timing.lease);
    const asWriter = this.#lease.held;
    const { known, unstored } = fresh === null ? await this.#read(asWriter) : newDocument(fresh);
    if (known === null) throw new StorageFailure("missing");
    this.#known = known;
    this.#isOpen = true;
    this.#environment.open.set(this.id, this);
    if (asWriter && this.#lease.held) this.#startWriting(known, unstored);
    else if (this.#lease.held) this.#becomeWriter();
    void this.#lookWhetherDeleted();
  }

  save(document: PipelineDocument): void {
    if (this.#role !== "writer" || this.#writer === null) throw new Error("Another tab edits this document.");
    this.#writer.save(document);
  }

  async flush(): Promise<void> {
    await this.#writer?.flush();
  }

  putAside(): void {
    this.#pageHideFlush.flush(this.#writer?.pendingSave() ?? this.#conflict.pendingSave());
    this.#writer?.flush().catch(() => undefined);
  }

  async takeOver(): Promise<void> {
    if (this.#role === "writer") return;
    await this.#takeover.ask();
    if (this.#lease.held) this.#becomeWriter();
    else this.#lease.steal();
    await new Promise<void>((resolve, reject) => {
      const look = () => {
        if (this.#role === "writer" || !this.#isOpen) resolve();
        else if (this.#unreadable !== null) reject(this.#unreadable);
        else return;
        end();
      };
      const end = this.subscribe(look);
      look();
    });
  }

  async keep(): Promise<void> {
    const { connection, channel } = this.#environment;
    await connection.use((database) => restoreStored(database, this.id));
    channel.post({ kind: "listed" });
    this.#setDeleted(false);
    await this.flush();
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    if (this.#isDeleted) this.abandon();
    while (this.#isOpen && this.#writer !== null && !this.#writer.isClean) await this.#writer.flush();
    if (!this.#isClosing) return;
    if (this.#conflict.document !== null) throw new StorageFailure("conflict");
    this.abandon();
  }

  abandon(): void {
    this.#isOpen = false;
    if (this.#environment.open.get(this.id) === this) this.#environment.open.delete(this.id);
    this.#takeover.stop();
    this.#retries.stop();
    this.#writer?.stop();
    this.#lease.close();
    for (const end of this.#endings.splice(0)) end();
    this.#changed();
    this.#listeners.clear();
  }

  #read(asWriter: boolean): Promise<Found> {
    const { connection, pendingMirror } = this.#environment;
    return connection.use(async (database) =>
      asWriter
        ? readWithPendingSaves(database, this.id, this.#environment, pendingMirror)
        : { known: await readLatest(database, this.id), unstored: null },
    );
  }

  #leaseChanged(held: boolean): void {
    if (!this.#isOpen) return;
    if (held) this.#becomeWriter();
    else this.#loseLease();
  }

  /** Reads what the last writer stored, as often as it takes, and only then begins to write. */
  #becomeWriter(): void {
    void this.#retries.run(async () => {
      if (!this.#mayWrite()) return;
      const found = await this.#unlessNewer(this.#read(true));
      const latest = found?.known ?? this.#known;
      if (!this.#mayWrite() || latest === null || this.#unreadable !== null) return;
      const isNew = latest.revision !== this.#known?.revision;
      const known = isNew || this.#known === null ? latest : this.#known;
      this.#known = known;
      this.#startWriting(known, found?.unstored ?? null);
      if (isNew || found?.unstored != null) this.#handlers.onRemoteChange?.(this.document);
    });
  }

  #mayWrite(): boolean {
    return this.#isOpen && this.#lease.held && this.#writer === null && this.#conflict.document === null;
  }

  #startWriting(known: DocumentRevision, unstored: Found["unstored"]): void {
    const { secondCopy, timing, channel } = this.#environment;
    const writer: DocumentWriter = new DocumentWriter(known, {
      name: `${this.#name}.${++this.#writers}`,
      timing,
      append: printedAppend(this.#environment),
      onStatus: (status) => this.#statusChanged(writer, status),
      onStored: ({ revision, document }, renamed) => {
        channel.post({ kind: "stored", id: this.id, revision, from: this.#name });
        secondCopy.schedule(document);
        if (renamed && this.#writer === writer) this.#handlers.onRemoteChange?.(document);
      },
      onConflict: () => {
        if (this.#writer === writer) this.#stopWriting(writer);
      },
    });
    this.#writer = writer;
    if (unstored !== null) {
      this.#pageHideFlush.adopt(unstored.pending);
      writer.save(unstored.document);
    }
    // One that was stored before there was a second copy, or whose copy came too late, is copied by being opened.
    if (known.revision > 0) secondCopy.schedule(known.document);
    this.#setRole("writer");
  }

  #loseLease(): void {
    const writer = this.#writer;
    if (writer !== null) this.#stopWriting(writer);
    else this.#setRole("reader");
  }

  /** From here on another tab writes. What is under way may still arrive; what did not is kept as a version. */
  #stopWriting(writer: DocumentWriter): void {
    writer.stop();
    this.#writer = null;
    this.#known = writer.base;
    if (!writer.isClean) this.#conflict.hold({ revision: writer.base.revision, document: writer.newest });
    this.#setRole("reader");
    void this.#recover(writer);
  }

  async #recover(writer: DocumentWriter): Promise<void> {
    await writer.idle();
    this.#known = writer.base;
    if (writer.isClean) this.#conflict.hold(null);
    const version = await this.#conflict.saveAsVersion();
    if (version !== null) {
      this.#pageHideFlush.clear();
      this.#handlers.onRecovered?.(version);
      this.#conflict.hold(null);
      this.#handlers.onRemoteChange?.(writer.base.document);
    }
    this.#changed();
    if (this.#lease.held) this.#becomeWriter();
    else this.#following.request();
  }

  #stayWriter(): void {
    if (this.#isOpen && this.#writer !== null && this.#lease.held) this.#setRole("writer");
  }

  /** Goes on to what other tabs have stored, unless edits of this one are on their way. */
  async #catchUp(): Promise<void> {
    const writer = this.#writer;
    const known = writer?.base ?? this.#known;
    const isBusy = () => this.#writer !== writer || writer?.isClean === false || this.#conflict.document !== null;
    if (!this.#isOpen || known === null || isBusy()) return;
    const latest = await this.#unlessNewer(this.#environment.connection.use((database) => catchUp(database, known)));
    if (!this.#isOpen || latest === null || latest.revision <= known.revision || isBusy()) return;
    this.#known = latest;
    writer?.advanceTo(latest);
    this.#handlers.onRemoteChange?.(latest.document);
    this.#changed();
  }

  /** What is read of storage; null when a newer Stepwire wrote it, which is said, and not tried again. */
  async #unlessNewer<Read>(reading: Promise<Read>): Promise<Read | null> {
    try {
      return await reading;
    } catch (error) {
      const failure = toStorageFailure(error);
      if (failure.problem.name !== "newer") throw failure;
      this.#unreadable = failure;
      this.#handlers.onStatusChange?.(this.status);
      this.#changed();
      return null;
    }
  }

  async #lookWhetherDeleted(): Promise<void> {
    const isDeleted = await this.#environment.connection
      .use((database) => read(database, ["documents"], ({ documents }) => documents.get(this.id)))
      .then(
        (head) => head !== undefined && head.deletedAt !== null,
        () => this.#isDeleted,
      );
    if (this.#isOpen) this.#setDeleted(isDeleted);
  }

  #setDeleted(isDeleted: boolean): void {
    if (this.#isDeleted === isDeleted) return;
    this.#isDeleted = isDeleted;
    this.#handlers.onStatusChange?.(this.status);
    this.#changed();
  }

  #onMessage(message: Message): void {
    if (message.kind === "listed") {
      void this.#lookWhetherDeleted();
      return;
    }
    if (message.kind !== "stored") this.#takeover.onMessage(message);
    else if (message.id === this.id && message.from !== this.#name) this.#following.request();
  }

  #onPageShow(): void {
    this.#retries.retryNow();
    this.#writer?.flush().catch(() => undefined);
    this.#following.request();
  }

  #statusChanged(writer: DocumentWriter, status: SaveStatus): void {
    if (this.#writer !== writer) return;
    if (status.state === "saved") this.#pageHideFlush.clear();
    if (status.state === "saved" && this.#isClosing) {
      this.abandon();
      return;
    }
    if (status.state === "unsaved" && status.reason.name === "deleted") this.#isDeleted = true;
    this.#handlers.onStatusChange?.(this.status);
    this.#changed();
  }

  #setRole(role: Role): void {
    if (this.#role === role) return;
    this.#role = role;
    this.#handlers.onRoleChange?.(role);
    this.#changed();
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

function newDocument(document: PipelineDocument): Found {
  return { known: { revision: 0, document }, unstored: null };
}
