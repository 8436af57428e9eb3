import { showing } from "../showing";

export const run = showing("pipeline.run", "Pipeline", "Run", "Say what to run it with.", ({ dialogs }) =>
  dialogs.open({ kind: "run" }),
);

export const deploy = showing("pipeline.deploy", "Pipeline", "Deploy", "The plan of the deploy is being made.", (it) =>
  it.dialogs.open({ kind: "deploy" }),
);
