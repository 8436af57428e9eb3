import { useCallback } from "react";
import type { AppError } from "../../../contract/appError";
import { type Target, targetKey } from "../../../contract/target";
import { useEditor } from "../../kit/useEditor";
import type { StartValues } from "../deploy/openDialog";
import { pageTokens } from "../deploy/pageTokens";
import { useExecutions } from "./useExecutions";

/** Starts an execution, once an intent, and opens the panel on it. Answers why it could not, null where it started. */
export function useStartExecution() {
  const editor = useEditor();
  const executions = useExecutions();
  return useCallback(
    async (target: Target, pipeline: string, { parameters, displayName }: StartValues): Promise<AppError | null> => {
      const request = {
        target,
        pipeline,
        parameters: [...parameters],
        ...(displayName === "" ? {} : { displayName }),
      };
      const intent = `start.${JSON.stringify([targetKey(target), pipeline, parameters, displayName])}`;
      const result = await pageTokens.with(intent, (token) => executions.start({ ...request, token }));
      if (!result.ok) return result.error;
      editor.setPanel("executions");
      editor.announce(`Started an execution of ${pipeline}.`);
      return null;
    },
    [editor, executions],
  );
}
