import { loadPart } from "../../editor/session/loadPart";
import { afterPaint } from "../kit/afterPaint";
import { untilIdle } from "../kit/untilIdle";

/** Begins the layout's worker when the page has nothing else to do, on the start page already: what is opened next is laid out at once. */
export async function warmLayout(): Promise<void> {
  await afterPaint();
  await untilIdle();
  const { startElk } = await loadPart(() => import("../canvas/tidy"), { wanted: false });
  startElk();
}
