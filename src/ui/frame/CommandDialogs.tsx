import { lazy, Suspense } from "react";
import { useStore } from "zustand";
import { loadPart } from "../../editor/session/loadPart";
import { useWorkspace } from "../kit/useWorkspace";
import { CommandSheet } from "./CommandSheet";

const KeysSheet = lazy(async () => ({ default: (await loadPart(() => import("./KeysSheet"))).KeysSheet }));

const Tour = lazy(async () => ({ default: (await loadPart(() => import("./tour/Tour"))).Tour }));

const ExportDialog = lazy(async () => ({
  default: (await loadPart(() => import("../export/ExportDialog"))).ExportDialog,
}));

/** The command palette, the sheet of keys or the Export dialog, while it is open. */
export function CommandDialogs() {
  const { dialogs } = useWorkspace();
  const open = useStore(dialogs.store, ({ dialog }) => dialog);
  const kind = open?.kind;
  return (
    <Suspense fallback={null}>
      {(kind === "commands" || kind === "find a step") && (
        <CommandSheet key={kind} mode={kind} onClose={dialogs.close} />
      )}
      {open?.kind === "export" && <ExportDialog form={open.form} onClose={dialogs.close} />}
      {kind === "tour" && <Tour onClose={dialogs.close} />}
      {kind === "keys" && <KeysSheet onClose={dialogs.close} />}
    </Suspense>
  );
}
