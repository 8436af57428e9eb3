import { targetLabel } from "../../../contract/target";
import type { Editor } from "../../session/createEditor";
import type { Runs } from "../createRuns";

/** Shows an execution of the document's pipeline by its id alone, as an address has it. */
export async function openExecution(editor: Editor, runs: Runs, id: string): Promise<void> {
  const { name } = editor.store.getState().document;
  const target = runs.target();
  const described = await runs.client.describePipeline({ target, pipeline: name });
  if (!described.ok) {
    const why = described.error.kind === "notFound" ? `${name} is not deployed there.` : described.error.message;
    const again = { label: "Try again", run: () => void openExecution(editor, runs, id) };
    editor.notice("warning", `Execution ${id} could not be opened in ${targetLabel(target)}: ${why}`, again);
    return;
  }
  runs.executions.show(`${described.value.arn}/execution/${id}`, target);
  editor.setPanel("executions");
}
