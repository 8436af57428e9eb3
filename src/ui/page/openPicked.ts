import { openFile } from "../../editor/files/openFile";
import { pickedFile } from "../../editor/files/pickedFile";
import type { PickedHandle } from "../../editor/session/pickedHandle";
import { openWorkspace, type WorkspaceOptions } from "../../editor/workspace";
import type { LoadedPage } from "../kit/pageContext";

/** The workspace of a file that was picked; a sentence says why there is none. */
export async function openPicked(
  { library }: Pick<LoadedPage, "library">,
  alone: string,
  handle: PickedHandle,
  options: WorkspaceOptions,
) {
  const place = { client: pickedFile(handle), folder: "picked", path: handle.name, alone };
  const opening = await openFile(library, place, options.surroundings);
  if (typeof opening === "string") return opening;
  return openWorkspace(library, opening.id, opening.fresh, { ...options, file: opening.file });
}
