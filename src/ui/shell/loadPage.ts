/** What happens once when the page is loaded: the session with the local server, the documents, and where to go first. */
import { type Connection, connect } from "../../client/connect";
import type { SessionStart } from "../../client/session";
import { toDisplayError } from "../../client/toDisplayError";
import { createMemoryLibrary, type Library } from "../../editor/library";
import { goTo, readFragment } from "./address";
import { type Documents, openDocuments } from "./documents";

export interface LoadedPage {
  readonly connection: Connection;
  readonly library: Library;
  readonly documents: Documents;
  /** What the person should know at once, e.g. that a launch link was used up; null where all is well. */
  readonly message: string | null;
}

export async function loadPage(): Promise<LoadedPage> {
  const library = createMemoryLibrary(Date.now);
  const documents = openDocuments(library);
  const hasAddress = readFragment(window.location.hash) !== null;
  const connection = connect(window, (late) => void openHandedOver(documents, late));
  const start = await connection.session.start();
  const opened = await openHandedOver(documents, start);
  if (!opened && !hasAddress) await goWhereOneLeftOff(library);
  const message = start.failure === null ? null : inOneLine(start.failure);
  return { connection, library, documents, message };
}

/** Opens the file that `stepwire open FILE` handed over, if it did. */
async function openHandedOver(documents: Documents, { opened }: SessionStart): Promise<boolean> {
  if (opened === null) return false;
  const refusal = await documents.openText(opened.text, opened.name);
  if (refusal !== null) documents.say(refusal);
  return refusal === null;
}

async function goWhereOneLeftOff(library: Library): Promise<void> {
  const last = await library.lastOpened();
  goTo(last === null ? { page: "start" } : { page: "document", id: last }, { replace: true });
}

function inOneLine(error: Parameters<typeof toDisplayError>[0]): string {
  const { title, detail, next } = toDisplayError(error);
  return `${title}. ${detail} ${next}`;
}
