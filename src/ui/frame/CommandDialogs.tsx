import { lazy, Suspense } from "react";
import { useStore } from "zustand";
import { useWorkspace } from "../kit/useWorkspace";

const CommandPalette = lazy(async () => ({ default: (await import("./CommandPalette")).CommandPalette }));
const KeysSheet = lazy(async () => ({ default: (await import("./KeysSheet")).KeysSheet }));

/** The command palette or the sheet of keys, while it is open; loaded when first opened. */
export function CommandDialogs() {
  const { dialogs } = useWorkspace();
  const kind = useStore(dialogs.store, ({ dialog }) => dialog?.kind);
  return (
    <Suspense fallback={null}>
      {(kind === "commands" || kind === "find a step") && <CommandPalette mode={kind} onClose={dialogs.close} />}
      {kind === "keys" && <KeysSheet onClose={dialogs.close} />}
    </Suspense>
  );
}
