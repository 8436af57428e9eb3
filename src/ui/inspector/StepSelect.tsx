import Select from "@cloudscape-design/components/select";
import { useMemo } from "react";
import type { PipelineDocument } from "../../pipeline/definition/document";
import { listSteps } from "../../pipeline/graph/stepTree";
import { useEditorState } from "../kit/useEditor";
import { useInspectedStep } from "./inspectedStep";

interface Props {
  /** "Wait for a step" */
  readonly label: string;
  /** The steps that are named already. */
  readonly present: readonly string[];
  /** Why a step cannot be picked; it is shown all the same. */
  readonly whyNot: (document: PipelineDocument, key: string) => string | null;
  /** True to say of what type each is. */
  readonly types?: boolean;
  readonly onPick: (key: string) => void;
}

/** Another step of the pipeline, by its name; nothing where there is no other. */
export function StepSelect({ label, present, whyNot, types = false, onPick }: Props) {
  const { stepKey } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const document = useEditorState((state) => state.document);
  const names = present.join("\n");
  const options = useMemo(
    () =>
      listSteps(document.definition)
        .filter(({ key, name }) => key === name && key !== stepKey && !names.split("\n").includes(key))
        .map(({ key, type }) => {
          const why = whyNot(document, key);
          const tag = types ? { labelTag: type } : {};
          return { value: key, label: key, ...tag, disabled: why !== null, description: why ?? undefined };
        }),
    [document, stepKey, names, whyNot, types],
  );
  if (readOnly || options.length === 0) return null;
  return (
    <div className="sw-step-select">
      <Select
        selectedOption={null}
        options={options}
        placeholder={`${label}…`}
        ariaLabel={label}
        filteringType={options.length > 8 ? "auto" : "none"}
        filteringAriaLabel="Find a step"
        expandToViewport
        onChange={({ detail }) => {
          if (detail.selectedOption.value !== undefined) onPick(detail.selectedOption.value);
        }}
      />
    </div>
  );
}
