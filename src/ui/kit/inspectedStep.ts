import { createContext } from "react";
import type { FieldItem, FieldSource } from "../../editor/form/item";
import type { EditorState } from "../../editor/session/editorState";
import type { Path } from "../../pipeline/definition/path";
import { getIn, isList, type ObjectValue, type Value } from "../../pipeline/definition/value";
import { type StepEntry, stepsByKey } from "../../pipeline/graph/stepTree";
import type { ApiDocumentation, ApiModel } from "../../pipeline/schema/model";
import type { StepType } from "../../pipeline/schema/stepType";
import { useRequired } from "./useRequired";
import { useEditorObject, useEditorState } from "./useWorkspace";

export interface EditedStep {
  readonly key: string;
  readonly source: FieldSource;
}

/** The step that the inspector shows, for all controls below. */
export interface InspectedStep {
  readonly stepKey: string;
  readonly source: FieldSource;
  readonly documentation: ApiDocumentation | null;
  /** Several steps are edited at once: each of them, with what its fields are made of. Left out, this one alone. */
  readonly together?: readonly EditedStep[];
  /** Keeps a field where it is while one works in it. */
  readonly keepGroup: (printed: string, group: "shown" | "rest") => void;
  /** Forgets what was kept: elements of a list moved, so paths mean others now. */
  readonly forgetGroups: () => void;
}

export const InspectedStepContext = createContext<InspectedStep | null>(null);

export const useInspectedStep = () => useRequired(InspectedStepContext, "inspected step");

/** Where a field is drawn: among the shown ones, or folded away below `root`. Null where nothing is kept (search results). */
export interface FieldGroupInfo {
  readonly group: "shown" | "rest";
  readonly root: string | null;
}

export const FieldGroupContext = createContext<FieldGroupInfo | null>({ group: "shown", root: null });

export function entryOf(state: EditorState, key: string): StepEntry | undefined {
  return stepsByKey(state.document.definition).get(key);
}

const gone: ObjectValue = {};

/** The step as it is now; an empty one in the moment in which it is gone. */
export function useStep(key: string): ObjectValue {
  return useEditorObject((state) => entryOf(state, key)?.step ?? gone);
}

/** What stands in a field now; the component renders again only when that changes. */
export function useFieldValue(item: FieldItem): Value | undefined {
  const { stepKey } = useInspectedStep();
  return useEditorObject((state) => getIn(entryOf(state, stepKey)?.step, item.path));
}

/** How many elements a list of the step has. */
export function useListLength(path: Path): number {
  const { stepKey } = useInspectedStep();
  return useEditorState((state) => {
    const list = getIn(entryOf(state, stepKey)?.step, path);
    return isList(list) ? list.length : 0;
  });
}

const sources = new WeakMap<StepType, { readonly model: ApiModel | null; readonly source: FieldSource }>();

/** The same step type and model give the same source, and so the same field items. */
export function fieldSourceOf(stepType: StepType, model: ApiModel | null): FieldSource {
  const last = sources.get(stepType);
  if (last !== undefined && last.model === model) return last.source;
  const source: FieldSource = { stepType, model };
  sources.set(stepType, { model, source });
  return source;
}
