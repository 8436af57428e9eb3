import { lazy, Suspense } from "react";
import { useEditor } from "../../kit/useEditor";
import { openDialog, useOpenDialog } from "./openDialog";

const DeployDialog = lazy(async () => ({ default: (await import("./DeployDialog")).DeployDialog }));
const RunDialog = lazy(async () => ({ default: (await import("../executions/RunDialog")).RunDialog }));

/** The dialog that is open over the document, if one is; loaded when first opened. */
export function Dialogs() {
  const editor = useEditor();
  const open = useOpenDialog();
  const close = () => openDialog(editor, null);
  return (
    <Suspense fallback={null}>
      {open?.kind === "deploy" && <DeployDialog thenStart={open.thenStart} onClose={close} />}
      {open?.kind === "run" && <RunDialog values={open.values} onClose={close} />}
    </Suspense>
  );
}
