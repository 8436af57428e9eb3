/** What happens once when the page is loaded: the session with the local server, the documents, and where to go first. */
import type { AppError } from "../../contract/appError";
import type { Connection, SessionStart } from "../../editor/session/connection";
import { type Documents, openDocuments } from "../../editor/session/documents";
import type { Library } from "../../editor/session/storedDocuments";
import { goTo, readFragment } from "../kit/address";
import { askBeforeUnload } from "../kit/mayLeave";
import type { LoadedPage } from "../kit/pageContext";

/** `connect` joins the page to its server; it is told what to do with a launch link that comes later. */
export async function loadPage(
  opening: Promise<Library>,
  connect: (launched: (start: SessionStart) => void) => Connection,
): Promise<LoadedPage> {
  const library = await opening;
  askBeforeUnload(library);
  const documents = openDocuments((id) => goTo({ page: "document", id }));
  const hasAddress = readFragment(window.location.hash) !== null;
  const connection = connect((late) => void openHandedOver(documents, late));
  const start = await connection.session.start();
  const opened = await openHandedOver(documents, start);
  if (!opened && !hasAddress) await goWhereOneLeftOff(library);
  return { connection, library, documents };
}

/** Opens the file that `stepwire open FILE` handed over, if it did. */
async function openHandedOver(documents: Documents, { opened, failure }: SessionStart): Promise<boolean> {
  if (failure !== null) documents.say(await inOneLine(failure));
  if (opened === null) return false;
  const refusal = await documents.openText(opened.text, opened.name);
  if (refusal !== null) documents.say(refusal);
  return refusal === null;
}

async function goWhereOneLeftOff(library: Library): Promise<void> {
  const last = await library.lastOpened();
  goTo(last === null ? { page: "start" } : { page: "document", id: last }, { replace: true });
}

/** The words come when they are needed: hardly any start fails. Without the server that has them, the error speaks for itself. */
async function inOneLine(error: AppError): Promise<string> {
  try {
    const { toDisplayError } = await import("../kit/toDisplayError");
    const { title, detail, next } = toDisplayError(error);
    return `${title}. ${detail} ${next}`;
  } catch {
    return error.message;
  }
}
