/** What the page may know of the documents that are kept; it is handed them, and never opens storage itself. */
import { toStorageFailure } from "../../storage/log/failure";

export type { DocumentStorage } from "../../storage/documentStorage";
export type { DocumentSummary, Library } from "../../storage/library";

/** Why storage failed, as data: `message` completes "not stored, because …". */
export function storageProblem(error: unknown) {
  return toStorageFailure(error).problem;
}
