/** What happens once when the page is loaded: the session with the local server, the documents, and where to go first. */
import type { AppError } from "../../contract/appError";
import { parseFileDocumentId } from "../../editor/files/fileId";
import type { Connection, SessionStart } from "../../editor/session/connection";
import { type Documents, openDocuments } from "../../editor/session/documents";
import type { Library } from "../../editor/session/storedDocuments";
import { goTo, readFragment } from "../kit/address";
import { askBeforeUnload } from "../kit/mayLeave";
import { folderKey, type LoadedPage, sourceKey } from "../kit/pageContext";

/** `connect` joins the page to its server; it is told what to do with a launch link that comes later. */
export async function loadPage(
  opening: Promise<Library>,
  connect: (launched: (start: SessionStart) => void) => Connection,
): Promise<LoadedPage> {
  const library = await opening;
  askBeforeUnload(library);
  const documents = openDocuments(
    (id) => goTo({ page: "document", id }),
    // Only to be shown beside it: a document opens without.
    (id, file) => void library.remember(sourceKey(id), file).catch(() => undefined),
  );
  const hasAddress = readFragment(window.location.hash) !== null;
  const connection = connect((late) => void openHandedOver(documents, connection, late));
  const start = await connection.session.start();
  const opened = await openHandedOver(documents, connection, start, hasAddress);
  if (!opened && !hasAddress) await goWhereOneLeftOff(library, connection);
  return { connection, library, documents };
}

/** Opens what `stepwire open` handed over, if it did: a folder, a file of it, a copy of a definition. `stays` goes nowhere for a folder. */
async function openHandedOver(
  documents: Documents,
  { tab }: Connection,
  { opened, failure }: SessionStart,
  stays = false,
): Promise<boolean> {
  if (failure !== null) documents.say(await inOneLine(failure));
  if (opened === null) return false;
  if ("folder" in opened) {
    tab.setItem(folderKey, opened.folder);
    // Through a proxy each tab is handed the folder, also one that was opened at an address in it.
    if (!stays) goTo(opened.path === null ? { page: "start" } : { page: "file", path: opened.path });
    return true;
  }
  const refusal = await documents.openText(opened.text, opened.name);
  if (refusal !== null) documents.say(refusal);
  return refusal === null;
}

async function goWhereOneLeftOff(library: Library, { tab }: Connection): Promise<void> {
  const last = await library.lastOpened();
  const file = last === null ? null : parseFileDocumentId(last);
  const isHere = file !== null && file.folder === tab.getItem(folderKey);
  if (isHere) goTo({ page: "file", path: file.path }, { replace: true });
  else goTo(last === null || file !== null ? { page: "start" } : { page: "document", id: last }, { replace: true });
}

/** The words come when they are needed: hardly any start fails. Without the server that has them, the error speaks for itself. */
async function inOneLine(error: AppError): Promise<string> {
  try {
    const { toDisplayError } = await import("../../contract/toDisplayError");
    const { title, detail, next } = toDisplayError(error);
    return `${title}. ${detail} ${next}`;
  } catch {
    return error.message;
  }
}
