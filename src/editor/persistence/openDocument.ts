import type { PipelineDocument } from "../../pipeline/definition/document";
import { appendEdit } from "./appendEdit";
import type { Message } from "./channel";
import type { DocumentSession, Role, SessionHandlers } from "./documentSession";
import { DocumentWriter, type SaveStatus } from "./documentWriter";
import { printDocument } from "./encodeDocument";
import type { Environment } from "./environment";
import { StorageFailure, toStorageFailure } from "./failure";
import { readWithFarewells } from "./farewells";
import { Lease } from "./lease";
import { Leaving } from "./leaving";
import { onPageEvents } from "./pageEvents";
import { catchUp, readLatest } from "./readDocuments";
import type { FarewellRecord, Known } from "./records";
import { Repeating } from "./repeating";
import { Retrying } from "./retrying";
import { TakingOver } from "./takingOver";
import { keepVersion } from "./versions";

/** Opens a stored document, or a new one, which is then stored as soon as storage allows. */
export async function openDocument(
  environment: Environment,
  target: string | PipelineDocument,
  handlers: SessionHandlers,
): Promise<DocumentSession> {
  const session = new OpenDocument(environment, typeof target === "string" ? target : target.id, handlers);
  try {
    await session.open(typeof target === "string" ? null : target);
  } catch (error) {
    session.abandon();
    throw toStorageFailure(error);
  }
  return session;
}

/** Edits that another writer was ahead of, until they are kept as a version. */
type Stranded = Known;

class OpenDocument implements DocumentSession {
  readonly id: string;
  readonly #environment: Environment;
  readonly #handlers: SessionHandlers;
  readonly #name: string;
  readonly #lease: Lease;
  readonly #retrying: Retrying;
  readonly #takingOver: TakingOver;
  readonly #following: Repeating;
  readonly #leaving: Leaving;
  readonly #listeners = new Set<() => void>();
  readonly #endings: (() => void)[] = [];
  #role: Role = "reader";
  /** The last stored revision that is known, while nothing is written here. */
  #known: Known | null = null;
  #writer: DocumentWriter | null = null;
  #stranded: Stranded | null = null;
  #writers = 0;
  #isOpen = false;

  constructor(environment: Environment, id: string, handlers: SessionHandlers) {
    this.id = id;
    this.#environment = environment;
    this.#handlers = handlers;
    this.#name = environment.newName();
    this.#lease = new Lease(environment.locks, id, (held) => this.#leaseChanged(held));
    this.#retrying = new Retrying(environment.timing.retryAfter);
    this.#following = new Repeating(this.#retrying, () => this.#goOn());
    this.#leaving = new Leaving(environment);
    this.#takingOver = new TakingOver(environment, id, this.#name, {
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
    const document = this.#stranded?.document ?? this.#writer?.newest ?? this.#known?.document;
    if (document === undefined) throw new Error("The document is not open.");
    return document;
  }

  get status(): SaveStatus {
    if (this.#stranded !== null) return { state: "unsaved", reason: new StorageFailure("conflict").problem };
    return this.#writer?.status ?? { state: "saved", revision: this.#known?.revision ?? 0 };
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async open(fresh: PipelineDocument | null): Promise<void> {
    const { channel, page, timing } = this.#environment;
    this.#endings.push(
      channel.listen((message) => this.#heard(message)),
      onPageEvents(
        page,
        () => this.#leave(),
        () => this.#comeBack(),
      ),
    );
    this.#lease.join();
    await this.#lease.wait(timing.lease);
    const asWriter = this.#lease.held;
    const known = fresh === null ? await this.#read(asWriter) : { revision: 0, document: fresh };
    if (known === null) throw new StorageFailure("missing");
    this.#known = known;
    this.#isOpen = true;
    if (asWriter && this.#lease.held) this.#startWriting(known);
    else if (this.#lease.held) this.#becomeWriter();
  }

  save(document: PipelineDocument): void {
    if (this.#role !== "writer" || this.#writer === null) throw new Error("Another tab edits this document.");
    this.#writer.save(document);
  }

  async flush(): Promise<void> {
    await this.#writer?.flush();
  }

  async takeOver(): Promise<void> {
    if (this.#role === "writer") return;
    await this.#takingOver.ask();
    if (this.#lease.held) this.#becomeWriter();
    else this.#lease.steal();
    await new Promise<void>((resolve) => {
      const end = this.subscribe(() => {
        if (this.#role !== "writer" && this.#isOpen) return;
        end();
        resolve();
      });
      if (this.#role === "writer") resolve();
    });
  }

  async close(): Promise<void> {
    while (this.#isOpen && this.#writer !== null && !this.#writer.isClean) await this.#writer.flush();
    if (this.#stranded !== null) throw new StorageFailure("conflict");
    this.abandon();
  }

  abandon(): void {
    this.#isOpen = false;
    this.#takingOver.stop();
    this.#retrying.stop();
    this.#writer?.stop();
    this.#lease.close();
    for (const end of this.#endings.splice(0)) end();
    this.#changed();
    this.#listeners.clear();
  }

  #read(asWriter: boolean): Promise<Known | null> {
    const { connection, now } = this.#environment;
    return connection.use((database) =>
      asWriter ? readWithFarewells(database, this.id, now()) : readLatest(database, this.id),
    );
  }

  #leaseChanged(held: boolean): void {
    if (!this.#isOpen) return;
    if (held) this.#becomeWriter();
    else this.#loseLease();
  }

  /** Reads what the last writer stored, as often as it takes, and only then begins to write. */
  #becomeWriter(): void {
    void this.#retrying.until(async () => {
      if (!this.#mayWrite()) return;
      const latest = (await this.#read(true)) ?? this.#known;
      if (!this.#mayWrite() || latest === null) return;
      const isNew = latest.revision !== this.#known?.revision;
      const known = isNew || this.#known === null ? latest : this.#known;
      this.#known = known;
      this.#startWriting(known);
      if (isNew) this.#handlers.onRemoteChange?.(known.document);
    });
  }

  #mayWrite(): boolean {
    return this.#isOpen && this.#lease.held && this.#writer === null && this.#stranded === null;
  }

  #startWriting(known: Known): void {
    const { connection, secondCopy, now, timing, channel } = this.#environment;
    const writer: DocumentWriter = new DocumentWriter(known, {
      name: `${this.#name}.${++this.#writers}`,
      timing,
      append: (append) => connection.use((database) => appendEdit(database, { ...append, now: now() })),
      onStatus: (status) => this.#statusChanged(writer, status),
      onStored: ({ revision, document }, renamed) => {
        channel.post({ kind: "stored", id: this.id, revision, from: this.#name });
        secondCopy.keep(document);
        if (renamed && this.#writer === writer) this.#handlers.onRemoteChange?.(document);
      },
      onConflict: () => {
        if (this.#writer === writer) this.#stopWriting(writer);
      },
    });
    this.#writer = writer;
    // One that was stored before there was a second copy, or whose copy came too late, is copied by being opened.
    if (known.revision > 0) secondCopy.keep(known.document);
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
    if (!writer.isClean) this.#stranded = { revision: writer.base.revision, document: writer.newest };
    this.#setRole("reader");
    void this.#recover(writer);
  }

  async #recover(writer: DocumentWriter): Promise<void> {
    await writer.idle();
    const stranded = writer.isClean ? null : this.#stranded;
    this.#known = writer.base;
    await this.#retrying.until(async () => {
      if (stranded !== null) await this.#keep(stranded);
      this.#stranded = null;
    });
    if (stranded !== null) this.#handlers.onRemoteChange?.(writer.base.document);
    this.#changed();
    if (this.#lease.held) this.#becomeWriter();
    else this.#following.ask();
  }

  async #keep({ document, revision }: Stranded): Promise<void> {
    const { connection, now } = this.#environment;
    const version = await connection.use((database) =>
      keepVersion(database, document, { revision, kind: "recovered", mark: this.#name, label: null, now: now() }),
    );
    this.#leaving.stored();
    this.#handlers.onRecovered?.(version);
  }

  #stayWriter(): void {
    if (this.#isOpen && this.#writer !== null && this.#lease.held) this.#setRole("writer");
  }

  /** Goes on to what other tabs have stored, unless edits of this one are on their way. */
  async #goOn(): Promise<void> {
    const writer = this.#writer;
    const known = writer?.base ?? this.#known;
    const isBusy = () => this.#writer !== writer || writer?.isClean === false || this.#stranded !== null;
    if (!this.#isOpen || known === null || isBusy()) return;
    const latest = await this.#environment.connection.use((database) => catchUp(database, known));
    if (!this.#isOpen || latest === null || latest.revision <= known.revision || isBusy()) return;
    this.#known = latest;
    writer?.follow(latest);
    this.#handlers.onRemoteChange?.(latest.document);
    this.#changed();
  }

  #heard(message: Message): void {
    if (message.kind !== "stored") this.#takingOver.heard(message);
    else if (message.id === this.id && message.from !== this.#name) this.#following.ask();
  }

  #leave(): void {
    this.#leaving.leave(this.#writer?.farewell() ?? this.#strandedFarewell());
    this.#writer?.flush().catch(() => undefined);
  }

  #strandedFarewell(): FarewellRecord | null {
    if (this.#stranded === null) return null;
    const { document, revision } = this.#stranded;
    const write = `${this.#name}:stranded`;
    return { id: this.id, writer: this.#name, revision, writes: [], write, text: printDocument(document) };
  }

  #comeBack(): void {
    this.#retrying.nudge();
    this.#writer?.flush().catch(() => undefined);
    this.#following.ask();
  }

  #statusChanged(writer: DocumentWriter, status: SaveStatus): void {
    if (this.#writer !== writer) return;
    if (status.state === "saved") this.#leaving.stored();
    this.#handlers.onStatusChange?.(status);
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
