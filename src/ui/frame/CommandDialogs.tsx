import { lazy, Suspense } from "react";
import { useStore } from "zustand";
import { loadPart } from "../../editor/session/loadPart";
import { useWorkspace } from "../kit/useWorkspace";
import { CommandSheet } from "./CommandSheet";

const KeysSheet = lazy(async () => ({ default: (await loadPart(() => import("./KeysSheet"))).KeysSheet }));

/** The command palette or the sheet of keys, while it is open. */
export function CommandDialogs() {
  const { dialogs } = useWorkspace();
  const kind = useStore(dialogs.store, ({ dialog }) => dialog?.kind);
  return (
    <Suspense fallback={null}>
      {(kind === "commands" || kind === "find a step") && (
        <CommandSheet key={kind} mode={kind} onClose={dialogs.close} />
      )}
      {kind === "keys" && <KeysSheet onClose={dialogs.close} />}
    </Suspense>
  );
}
