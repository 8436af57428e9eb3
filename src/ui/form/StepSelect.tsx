import "./StepSelect.css";
import Select from "@cloudscape-design/components/select";
import { useMemo, useRef, useState } from "react";
import type { EditorState } from "../../editor/session/editorState";
import { graphOf } from "../../editor/session/selectors";
import type { PipelineDocument } from "../../pipeline/definition/document";
import type { Graph } from "../../pipeline/graph/deriveGraph";
import type { StepEntry } from "../../pipeline/graph/stepTree";
import { useInspectedStep } from "../kit/inspectedStep";
import { useEditor, useEditorObject, useEditorState } from "../kit/useWorkspace";

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

/** The same steps with the same edges: what is typed into one of them changes nothing of who may be picked. */
function isAlike(left: Graph, right: Graph): boolean {
  return (
    left.edges === right.edges &&
    left.steps.length === right.steps.length &&
    left.steps.every((entry, i) => entry === right.steps[i] || isSameStep(entry, right.steps[i]))
  );
}

function isSameStep({ key, name, type }: StepEntry, other: StepEntry | undefined): boolean {
  return key === other?.key && name === other.name && type === other.type;
}

/** A selector of the graph that stays with the graph it gave before, while the new one is alike. */
function selectAlikeGraph(): (state: EditorState) => Graph {
  let last: Graph | null = null;
  return (state) => {
    const graph = graphOf(state);
    if (last === null || !isAlike(last, graph)) last = graph;
    return last;
  };
}

/** Another step of the pipeline, by its name; nothing where there is no other. */
export function StepSelect({ label, present, whyNot, types = false, onPick }: Props) {
  const { stepKey } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const { store } = useEditor();
  const [selectGraph] = useState(selectAlikeGraph);
  const graph = useEditorObject(selectGraph);
  const names = present.join("\n");
  const options = useMemo(() => {
    const { document } = store.getState();
    return graph.steps
      .filter(({ key, name }) => key === name && key !== stepKey && !names.split("\n").includes(key))
      .map(({ key, type }) => {
        const why = whyNot(document, key);
        const tag = types ? { labelTag: type } : {};
        return { value: key, label: key, ...tag, disabled: why !== null, description: why ?? undefined };
      });
  }, [store, graph, stepKey, names, whyNot, types]);
  const pick = useRef(onPick);
  pick.current = onPick;
  // A list of a thousand options is not gone through again for each key in another field.
  const select = useMemo(
    () => (
      <Select
        selectedOption={null}
        options={options}
        placeholder={`${label}…`}
        ariaLabel={label}
        filteringType={options.length > 8 ? "auto" : "none"}
        filteringAriaLabel="Find a step"
        expandToViewport
        onChange={({ detail }) => {
          if (detail.selectedOption.value !== undefined) pick.current(detail.selectedOption.value);
        }}
      />
    ),
    [label, options],
  );
  return readOnly || options.length === 0 ? null : <div className="sw-step-select">{select}</div>;
}
