import { loadPart } from "../../../../editor/session/loadPart";

/** What is drawn in place of names: it loads when one is first so far away. Null until it is there. */
export let counts: typeof import("./drawCounts") | null = null;

export async function loadCounts(): Promise<void> {
  counts ??= await loadPart(() => import("./drawCounts"));
}
