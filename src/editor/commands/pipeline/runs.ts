import type { PromptCommand } from "../command";

export const run: PromptCommand = {
  id: "pipeline.run",
  group: "Pipeline",
  palette: true,
  label: () => "Run",
  run: ({ dialogs }) => {
    dialogs.open({ kind: "run" });
    return { done: "Say what to run it with." };
  },
};

export const deploy: PromptCommand = {
  id: "pipeline.deploy",
  group: "Pipeline",
  palette: true,
  label: () => "Deploy",
  run: ({ dialogs }) => {
    dialogs.open({ kind: "deploy" });
    return { done: "The plan of the deploy is being made." };
  },
};
