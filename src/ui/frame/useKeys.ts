import { useEffect } from "react";
import type { AnyCommand } from "../../editor/commands/command";
import { keyedCommands } from "../../editor/commands/keyed";
import { chordOf } from "../../editor/commands/keys";
import { performByKey } from "../../editor/commands/perform";
import { hasDialog, isPanel, isTextControl, originOf } from "../kit/focus";
import { listen } from "../kit/listen";
import { useWorkspace } from "../kit/useWorkspace";

/**
 * The keys of the commands, or of those that are meant. Whoever handled a key before (a menu, a wire being drawn, a text control) has
 * prevented its default.
 */
export function useKeys(isMeant: (command: AnyCommand) => boolean = all): void {
  const workspace = useWorkspace();
  useEffect(() => {
    const keydown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const command = commandOf(chordOf(event), originOf(event));
      // Looking for a dialog goes through the whole page, so only keys that mean something ask.
      if (command === undefined || !isMeant(command) || hasDialog()) return;
      event.preventDefault();
      performByKey(workspace, command);
    };
    return listen(document, { keydown });
  }, [workspace, isMeant]);
}

const all = () => true;

function commandOf(chord: string, origin: Element | null): AnyCommand | undefined {
  return keyedCommands.find(({ keys, scope = "canvas" }) => {
    if (keys?.includes(chord) !== true) return false;
    if (scope === "everywhere") return true;
    if (isTextControl(origin)) return false;
    return scope === "page" || (scope === "canvas" && !isPanel(origin));
  });
}
