import { loadPart } from "../../editor/session/loadPart";
import { untilIdle } from "../kit/untilIdle";

/**
 * Begins the layout's worker when the page has nothing else to do, on the start page already: what is opened next is laid out at once.
 * Its code is more than all else of the page, so it comes last.
 */
export async function warmLayout(): Promise<void> {
  await untilIdle();
  await beginLayout();
}

/** Begins it now: whoever is choosing a file will want it. */
export async function beginLayout(): Promise<void> {
  const { startElk } = await loadPart(() => import("../canvas/tidy"), { wanted: false });
  void startElk();
}
