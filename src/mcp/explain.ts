import { printPath } from "../pipeline/definition/path";
import { objectOf, type Value } from "../pipeline/definition/value";
import { loadDocumentation, loadModel } from "../pipeline/schema/load";
import { scalarFields } from "../pipeline/schema/scalarFields";
import { isKnownStepType, stepTypeList, stepTypeOf } from "../pipeline/steps";
import { outputsOf } from "../pipeline/steps/outputs";
import { ToolFault } from "./files";

/** The step types, each in a sentence. */
export function stepTypesInShort() {
  return stepTypeList.map(({ type, label, category, summary }) => ({ type, label, category, summary }));
}

/** What a step type is: its draft, the fields that take a value, what it gives to others. `search` keeps fields whose path holds it. */
export async function explainStepType(type: string, search: string | undefined) {
  if (!isKnownStepType(type)) throw new ToolFault(`There is no step type ${type}. Without a type, explain lists them.`);
  const stepType = stepTypeOf(type);
  const draft = objectOf([
    ["Name", stepType.label.replace(/\W/g, "")],
    ["Type", type],
    ...Object.entries(stepType.create()),
  ]);
  const [model, documentation] = await Promise.all([loadModel(type), loadDocumentation(type)]);
  const request = model?.request ?? null;
  const shape = request === null ? undefined : model?.shapes[request];
  const wanted = search?.toLowerCase();
  const fields = scalarFields(model, stepType, draft)
    .map(({ path, kind, enum: values, needed, literalOnly }) => ({
      path: printPath(path),
      kind,
      needed,
      ...(values !== null && { values }),
      ...(literalOnly && { takesReferences: false }),
    }))
    .filter(({ path }) => wanted === undefined || path.toLowerCase().includes(wanted));
  const members = shape?.kind === "structure" ? shape.members : [];
  return {
    type,
    label: stepType.label,
    category: stepType.category,
    summary: stepType.summary,
    documentation: stepType.documentation,
    draft: draft as Value,
    arguments: members.map((member) => ({
      name: member.name,
      required: member.required,
      about: documentation?.[`${request}.${member.name}`] ?? "",
    })),
    slots: stepType.slots.map(({ key, label }) => ({ slot: key, label })),
    fields,
    outputs: outputsOf(draft, model, stepType).map(({ path, kind }) => ({ path, kind })),
  };
}
