import { appendEdit } from "./appendEdit";
import type { Connection } from "./database";
import { printInSlices } from "./encodeDocument";
import type { Append, WriteContext } from "./nextRevision";
import type { DocumentRevision } from "./records";

/**
 * Appends a document's edits. Where it is stored whole it is printed before the transaction, in which there is no waiting: of a large one
 * that takes longer than a page can wait.
 */
export function printedAppend(
  environment: WriteContext & { readonly connection: Connection },
): (append: Append) => Promise<DocumentRevision> {
  const { connection, pauses } = environment;
  let isToBePrinted = false;
  return async (append) => {
    const isWhole = pauses !== undefined && (isToBePrinted || append.base.revision === 0);
    const printed = isWhole ? { printed: await printInSlices(append.document, pauses()) } : {};
    const known = await connection.use((database) => appendEdit(database, { ...append, ...printed }, environment));
    isToBePrinted = known.isToBePrinted === true;
    return { revision: known.revision, document: known.document };
  };
}
