import { useEffect } from "react";
import { executionId } from "../../editor/runs/executions/executionId";
import { loadPart } from "../../editor/session/loadPart";
import { noteAddress, readFragment } from "../kit/address";
import { useIsConnected } from "../kit/pageContext";
import { useWorkspace } from "../kit/useWorkspace";

/** The address names the execution that the canvas shows, and shows the one that it names: back and forward lead from one to the next. */
export function useExecutionAddress(): void {
  const { editor, runs } = useWorkspace();
  const { executions } = runs;
  const isConnected = useIsConnected();
  useEffect(() => {
    const shownNow = () => {
      const { shown } = executions.store.getState();
      return shown === null ? null : executionId(shown.arn);
    };
    const show = () => {
      const address = readFragment(window.location.hash);
      if (address === null || address.page === "start") return;
      const { execution = null } = address;
      if (execution === shownNow()) return;
      if (execution === null) executions.clear();
      else if (isConnected) {
        void loadPart(() => import("../../editor/runs/executions/openExecution")).then(({ openExecution }) =>
          openExecution(editor, runs, execution),
        );
      }
    };
    show();
    const stopFollowing = executions.store.subscribe(({ shown }, before) => {
      if (shown?.arn === before.shown?.arn) return;
      const address = readFragment(window.location.hash);
      if (address === null || address.page === "start") return;
      const { execution: named, ...whole } = address;
      const execution = shownNow();
      if (execution !== null) noteAddress({ ...whole, execution }, { leavesWayBack: true });
      // The address may be another document's by now.
      else if (before.shown !== null && named === executionId(before.shown.arn)) {
        noteAddress(whole, { leavesWayBack: true });
      }
    });
    window.addEventListener("hashchange", show);
    return () => {
      stopFollowing();
      window.removeEventListener("hashchange", show);
    };
  }, [editor, runs, executions, isConnected]);
}
