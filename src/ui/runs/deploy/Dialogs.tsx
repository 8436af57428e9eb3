import { lazy, Suspense } from "react";
import { useStore } from "zustand";
import { loadPart } from "../../../editor/session/loadPart";
import { useWorkspace } from "../../kit/useWorkspace";

const DeployDialog = lazy(async () => ({ default: (await loadPart(() => import("./DeployDialog"))).DeployDialog }));
const RunDialog = lazy(async () => ({ default: (await loadPart(() => import("../executions/RunDialog"))).RunDialog }));

const ScheduleDialog = lazy(async () => ({
  default: (await loadPart(() => import("../schedule/ScheduleDialog"))).ScheduleDialog,
}));
const PromoteDialog = lazy(async () => ({
  default: (await loadPart(() => import("../promote/PromoteDialog"))).PromoteDialog,
}));
const AliasDialog = lazy(async () => ({
  default: (await loadPart(() => import("../aliases/AliasDialog"))).AliasDialog,
}));

/** The dialog that is open over the document, if one is; loaded when first opened. */
export function Dialogs() {
  const { dialogs } = useWorkspace();
  const open = useStore(dialogs.store, ({ dialog }) => dialog);
  return (
    <Suspense fallback={null}>
      {open?.kind === "deploy" && (
        <DeployDialog thenStart={open.thenStart} atOnce={open.atOnce} onClose={dialogs.close} />
      )}
      {open?.kind === "schedules" && <ScheduleDialog onClose={dialogs.close} />}
      {open?.kind === "promote" && <PromoteDialog onClose={dialogs.close} />}
      {open?.kind === "aliases" && <AliasDialog target={open.target} onClose={dialogs.close} />}
      {open?.kind === "run" && <RunDialog values={open.values} only={open.only} onClose={dialogs.close} />}
    </Suspense>
  );
}
