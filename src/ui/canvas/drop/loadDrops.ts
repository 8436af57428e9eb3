import { loadPart } from "../../../editor/session/loadPart";
/** What of a drag asks for more than places: it loads with the first one. Null until it is there. */
export let drops: typeof import("./drops") | null = null;

export async function loadDrops(): Promise<typeof import("./drops")> {
  drops ??= await loadPart(() => import("./drops"));
  return drops;
}
