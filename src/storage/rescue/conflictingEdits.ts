import type { PipelineDocument } from "../../pipeline/definition/document";
import type { Connection } from "../log/database";
import { printDocument } from "../log/encodeDocument";
import type { DocumentRevision, PendingSave } from "../log/records";
import { keepVersion, type Version } from "../log/versions";
import type { Retries } from "./retries";

/** Edits that another writer was ahead of, until they are kept as a version of their own. */
export class ConflictingEdits {
  private edits: DocumentRevision | null = null;

  constructor(
    private readonly connection: Connection,
    private readonly now: () => number,
    private readonly retries: Retries,
    /** Names the page among all that ever were. */
    private readonly name: string,
  ) {}

  get document(): PipelineDocument | null {
    return this.edits?.document ?? null;
  }

  hold(edits: DocumentRevision | null): void {
    this.edits = edits;
  }

  /** Keeps them, as often as it takes; null where there are none, or when the retries were stopped. */
  async saveAsVersion(): Promise<Version | null> {
    const edits = this.edits;
    if (edits === null) return null;
    const { document, revision } = edits;
    const version = { revision, kind: "recovered", mark: this.name, label: null } as const;
    let kept: Version | null = null;
    await this.retries.run(async () => {
      kept = await this.connection.use((database) => keepVersion(database, document, { ...version, now: this.now() }));
    });
    return kept;
  }

  /** What to leave behind when the page goes away before they are kept. */
  pendingSave(): PendingSave | null {
    if (this.edits === null) return null;
    const { document, revision } = this.edits;
    const write = `${this.name}:conflicting`;
    return { id: document.id, writer: this.name, revision, writes: [], write, text: printDocument(document) };
  }
}
