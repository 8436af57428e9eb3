import type { EditorState } from "../../session/editorState";
import type { Workspace } from "../../workspace";
import type { PromptCommand } from "../command";

export const nextChange = walking("next", "Next change", "f7", ({ next }) => next());
export const previousChange = walking("previous", "Previous change", "shift+f7", ({ previous }) => previous());

/** Goes through what differs between the two versions that are compared. */
function walking(
  which: "next" | "previous",
  label: string,
  key: string,
  go: (comparisons: Workspace["comparisons"]) => void,
): PromptCommand & { readonly label: () => string } {
  return {
    id: `view.change.${which}`,
    group: "View",
    keys: [key],
    scope: "everywhere",
    palette: false,
    label: () => label,
    when: isComparing,
    run: ({ comparisons }) => {
      go(comparisons);
      return { done: standsAt(comparisons) };
    },
  };
}

function isComparing({ comparison }: EditorState): true | string {
  return comparison !== null || "Compare with another version first.";
}

function standsAt({ store }: Workspace["comparisons"]): string {
  const { shown, at } = store.getState();
  const stop = at === null ? undefined : shown?.stops[at];
  if (stop === undefined || at === null) return "Nothing differs.";
  const what = stop.kind === "step" ? stop.change.name : "The pipeline itself";
  const security = stop.security ? ", security-relevant" : "";
  return `${at + 1} of ${shown?.stops.length}: ${what}${security}.`;
}
