import { useEffect } from "react";
import type { Workspace } from "../../editor/workspace";
import { leaveControl } from "../kit/focus";

/**
 * A page that is left takes along what is under way: what was typed as it was typed, what is dragged where it is. It listens before the
 * page that the address leads to takes the controls away.
 */
export function useLeaving(workspace: Workspace | null): void {
  useEffect(() => {
    if (workspace === null) return;
    const settle = () => {
      leaveControl();
      workspace.canvas?.endDrag();
      workspace.editor.commit();
      workspace.storage?.putAside();
    };
    for (const type of moments) window.addEventListener(type, settle, true);
    return () => {
      for (const type of moments) window.removeEventListener(type, settle, true);
    };
  }, [workspace]);
}

/**
 * The browser waits for `beforeunload`, also where the page is busy; half a second later it ends one that has not come to `pagehide`, when
 * what follows is another process's. A tab may be closed without `beforeunload`. By `hashchange` the page may have been drawn anew already.
 */
const moments = ["beforeunload", "pagehide", "popstate"];
