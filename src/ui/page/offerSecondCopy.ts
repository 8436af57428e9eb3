import type { PagePort } from "../../editor/session/pagePort";
import type { LoadedPage } from "../kit/pageContext";

/** Says that a document is damaged, and offers what there is of it: its second copy as a new document, the damaged records as a file. */
export async function offerSecondCopy(
  { library, documents }: Pick<LoadedPage, "library" | "documents">,
  id: string,
  download: PagePort["download"],
): Promise<void> {
  const [copy, damaged, rows] = await Promise.all([
    library.secondCopy(id).catch(() => null),
    library.damaged(id).catch(() => null),
    library.list().catch(() => []),
  ]);
  const name = rows.find((row) => row.id === id)?.name ?? copy?.document.name ?? "The document";
  const open = {
    label: "Open the second copy",
    run: () => documents.openNew((made) => ({ ...(copy?.document as NonNullable<typeof copy>["document"]), id: made })),
  };
  const save = {
    label: "Download what is damaged",
    run: () => download({ name: `${name}-damaged.json`, mediaType: "application/json", content: damaged ?? "" }),
  };
  const copied = copy === null ? "There is no second copy of it." : `A second copy was made ${when(copy.copiedAt)}.`;
  documents.say(`${name} cannot be opened: what is stored of it is damaged, and is left as it is. ${copied}`, [
    ...(copy === null ? [] : [open]),
    ...(damaged === null ? [] : [save]),
  ]);
}

function when(time: number | null): string {
  return time === null ? "at a time that was not noted" : `on ${new Date(time).toLocaleString()}`;
}
