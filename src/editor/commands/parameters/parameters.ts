import { listParameters, type Parameter } from "../../../pipeline/definition/parameters";
import { removeParameter } from "../../../pipeline/edits/parameters";
import { applyDraft, faultsOf, type ParameterDraft } from "../../form/parameterDraft";
import type { EditorState } from "../../session/editorState";
import { parameterUses, usesInWords } from "../../session/parameterUses";
import { editing } from "../editing";

/** Declares a parameter at the end of the list. */
export const addParameter = editing<{ readonly draft: ParameterDraft }>({
  id: "parameters.add",
  group: "Pipeline",
  palette: false,
  label: (_, { draft }) => `Add the parameter ${draft.name}`,
  when: (state, { draft }) => fault(state, draft, null),
  recipe: (_, { draft }) => applyDraft(null, draft),
  done: (_, { draft }) => `Parameter ${draft.name} added.`,
});

interface Change {
  readonly parameter: Parameter;
  readonly draft: ParameterDraft;
}

/** Changes a parameter; a new name is written wherever it is read. */
export const changeParameter = editing<Change>({
  id: "parameters.change",
  group: "Pipeline",
  palette: false,
  label: (_, { parameter }) => `Change the parameter ${parameter.name}`,
  when: (state, { parameter, draft }) => fault(state, draft, parameter.name),
  recipe: (_, { parameter, draft }) => applyDraft(parameter, draft),
  done: (_, { draft }) => `Parameter ${draft.name} changed.`,
});

/** Deletes a parameter, and says where it is still read. */
export const deleteParameter = editing<{ readonly name: string }>({
  id: "parameters.delete",
  group: "Pipeline",
  palette: false,
  label: (_, { name }) => `Delete the parameter ${name}`,
  when: (state, { name }) => namesOf(state).has(name) || `There is no parameter ${name} any more.`,
  recipe: (_, { name }) => removeParameter(name),
  done: ({ document }, { name }) => {
    const uses = parameterUses(document.definition, name);
    const left = uses.length === 0 ? "" : ` It is still read by ${usesInWords(uses)}; that is a problem now.`;
    return `Deleted the parameter ${name}.${left}`;
  },
  offer: "undo",
});

function namesOf({ document }: EditorState): Set<string> {
  return new Set(listParameters(document.definition).map(({ name }) => name));
}

function fault(state: EditorState, draft: ParameterDraft, own: string | null): true | string {
  const taken = namesOf(state);
  if (own !== null) taken.delete(own);
  const { name, defaultText, enumText } = faultsOf(draft, taken);
  return name ?? defaultText ?? enumText ?? true;
}
