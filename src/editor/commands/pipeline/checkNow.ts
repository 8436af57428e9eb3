import { problemsOf } from "../../session/selectors";
import type { Command } from "../command";

/** What new steps lack is a problem from now on, as for `check` and the service. */
export const checkNow: Command = {
  id: "pipeline.check",
  group: "Pipeline",
  palette: true,
  label: () => "Check everything now",
  run: async ({ editor }) => {
    await editor.startChecking();
    editor.checkAll();
    editor.setPanel("problems");
    const { length } = problemsOf(editor.store.getState());
    const found = length === 0 ? "no problems" : length === 1 ? "1 problem" : `${length} problems`;
    return { done: `Checked: ${found}.` };
  },
};
