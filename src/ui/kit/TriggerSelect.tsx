import Select from "@cloudscape-design/components/select";
import { setTrigger, triggers } from "../../editor/commands/edges/order";
import { lowered } from "../../editor/form/label";
import { useRun } from "./useCommands";
import { useEditorState } from "./useWorkspace";

const options = triggers.map(({ trigger, label }) => ({ value: trigger, label: lowered(label) }));

interface Props {
  readonly from: string;
  readonly to: string;
  readonly trigger: string;
}

/** On which outcome of the other step this one runs. */
export function TriggerSelect({ from, to, trigger }: Props) {
  const run = useRun();
  const readOnly = useEditorState((state) => state.readOnly);
  const known = options.find(({ value }) => value === trigger);
  return (
    <Select
      ariaLabel={`When ${to} runs after ${from}`}
      selectedOption={known ?? { value: trigger, label: trigger }}
      options={options}
      readOnly={readOnly}
      expandToViewport
      onChange={({ detail }) => {
        const chosen = options.find(({ value }) => value === detail.selectedOption.value);
        if (chosen !== undefined) run(setTrigger, { from, to, trigger: chosen.value });
      }}
    />
  );
}
