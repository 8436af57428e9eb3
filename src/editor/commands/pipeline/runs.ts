import { listParameters } from "../../../pipeline/definition/parameters";
import type { PromptCommand } from "../command";
import { hasSteps } from "../selection";
import { showing } from "../showing";

export const run = showing("pipeline.run", "Pipeline", "Run", "Say what to run it with.", ({ dialogs }) =>
  dialogs.open({ kind: "run" }),
);

export const deploy = showing("pipeline.deploy", "Pipeline", "Deploy", "The plan of the deploy is being made.", (it) =>
  it.dialogs.open({ kind: "deploy" }),
);

export const schedule = showing(
  "pipeline.schedule",
  "Pipeline",
  "Schedule the pipeline",
  "The schedules of the pipeline are looked at.",
  ({ dialogs }) => dialogs.open({ kind: "schedules" }),
);

export const aliases = showing(
  "pipeline.aliases",
  "Pipeline",
  "Move the aliases of versions",
  "The aliases of the pipeline's versions are looked at.",
  ({ dialogs }) => dialogs.open({ kind: "aliases" }),
);

export const promote = showing(
  "pipeline.promote",
  "Pipeline",
  "Promote to another target",
  "Say where it is to go.",
  ({ dialogs }) => dialogs.open({ kind: "promote" }),
);

/**
 * Runs in the local region by one key: errors are shown first, values are asked for only where one is missing. In AWS, where it costs
 * money, it is asked.
 */
export const runNow: PromptCommand = {
  id: "pipeline.runNow",
  group: "Pipeline",
  keys: ["mod+enter"],
  scope: "page",
  palette: true,
  label: () => "Run locally, with the defaults",
  when: hasSteps,
  run: ({ editor, dialogs, runs }) => {
    const parameters = listParameters(editor.store.getState().document.definition);
    const isMissing = parameters.some(({ defaultValue }) => defaultValue === undefined || defaultValue === null);
    const asks = runs.target().kind !== "local" || isMissing;
    if (asks) {
      dialogs.open({ kind: "run" });
      return { done: "Say what to run it with." };
    }
    dialogs.open({ kind: "deploy", thenStart: { parameters: [], displayName: "" }, atOnce: true });
    return { done: "It is deployed to the local region and started." };
  },
};
