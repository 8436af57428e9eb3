/** Versions of a document: the last snapshots of its log, those that a person named, those rescued from a conflict. */
import type { PipelineDocument } from "../../pipeline/definition/document";
import type { StepwireDatabase } from "./database";
import { printDocument, readDocument } from "./encodeDocument";
import { StorageFailure } from "./failure";
import { ofDocument, type VersionKind, type VersionRecord } from "./records";
import { read, requestAll, write } from "./transactions";

/** How many automatic versions of a document are kept. */
const keptVersions = 20;

/** A version as it is listed; the newest revision first. */
export type Version = VersionRecord;

export function snapshotKey(revision: number): string {
  return `automatic:${revision}`;
}

/** The automatic versions that are one too many once another is added. */
export function expired(versions: readonly VersionRecord[]): readonly VersionRecord[] {
  const automatic = versions.filter((version) => version.kind === "automatic");
  return automatic.sort((left, right) => right.revision - left.revision).slice(keptVersions - 1);
}

/** What is kept of a document, the newest revision first. */
export async function listVersions(database: StepwireDatabase, id: string): Promise<Version[]> {
  const { known } = await read(database, ["versions"], ({ versions }) => versions.getAllBySchema(ofDocument(id)));
  return known.sort((left, right) => right.revision - left.revision);
}

export async function readVersion(database: StepwireDatabase, id: string, key: string): Promise<PipelineDocument> {
  const snapshot = await read(database, ["snapshots"], ({ snapshots }) => snapshots.get([id, key]));
  if (snapshot === undefined) throw new StorageFailure("missing", `version ${key}`);
  return readDocument(snapshot);
}

/** Keeps a document beside its log, which stays as it is. */
export async function keepVersion(
  database: StepwireDatabase,
  document: PipelineDocument,
  version: {
    revision: number;
    kind: Exclude<VersionKind, "automatic">;
    mark: string;
    label: string | null;
    now: number;
  },
): Promise<Version> {
  const { id } = document;
  const { revision, kind, label } = version;
  const key = `${kind}:${revision}:${version.mark}`;
  const record: Version = { id, key, revision, kind, label, changedAt: version.now };
  const text = printDocument(document);
  await write(database, ["versions", "snapshots"], ({ versions, snapshots }) =>
    requestAll([() => versions.put(record), () => snapshots.put({ id, key, text })]),
  );
  return record;
}
