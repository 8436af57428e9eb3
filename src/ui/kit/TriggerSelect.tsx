import Select from "@cloudscape-design/components/select";
import { setTrigger } from "../../pipeline/edits/dependsOn";
import type { Trigger } from "../../pipeline/graph/analyseStep";
import { useEditor, useEditorState } from "./useWorkspace";

const options: readonly { readonly value: Trigger; readonly label: string }[] = [
  { value: "Completed", label: "on success" },
  { value: "Failed", label: "on failure" },
  { value: "Stopped", label: "on stop" },
  { value: "Any", label: "always" },
];

interface Props {
  readonly from: string;
  readonly to: string;
  readonly trigger: string;
}

/** On which outcome of the other step this one runs. */
export function TriggerSelect({ from, to, trigger }: Props) {
  const editor = useEditor();
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
        if (chosen === undefined) return;
        editor.edit(`${to} runs after ${from} ${chosen.label}`, setTrigger(to, from, chosen.value));
      }}
    />
  );
}
