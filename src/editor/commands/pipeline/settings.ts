import { localTarget, parseTargetKey, targetLabel } from "../../../contract/target";
import { whyNotPipelineName } from "../../../pipeline/definition/pipelineName";
import { renameDocument, setSettings } from "../../../pipeline/edits/document";
import { editing } from "../editing";

export const renamePipeline = editing<{ readonly to: string }>({
  id: "pipeline.rename",
  group: "Pipeline",
  palette: false,
  label: (_, { to }) => `Rename the pipeline to ${to}`,
  when: (_, { to }) => whyNotPipelineName(to) ?? true,
  recipe: (_, { to }) => renameDocument(to),
  done: (_, { to }) => `The pipeline is now called ${to}.`,
});

/** Says where Deploy and Run go. */
export const chooseTarget = editing<{ readonly target: string }>({
  id: "pipeline.target",
  group: "Pipeline",
  palette: false,
  label: (_, { target }) => `Choose ${named(target)} as the target`,
  when: (_, { target }) => parseTargetKey(target) !== null || "There is no such target.",
  recipe: (_, { target }) => setSettings({ target }),
  done: (_, { target }) => `Deploy and Run go to ${named(target)}.`,
});

function named(key: string): string {
  return targetLabel(parseTargetKey(key) ?? localTarget);
}
