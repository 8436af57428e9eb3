import { stepAt } from "../../../pipeline/graph/stepTree";
import { declaredTypes, missingArguments, type Taken } from "../../form/fromCode";
import type { EditorState } from "../../session/editorState";
import { loadPart } from "../../session/loadPart";

/** What a text that is a Lambda handler's code declares and reads; null where it is none. `fileName` is "" where it was pasted. */
export async function takenFromCode(text: string, fileName: string): Promise<Taken | null> {
  const { readHandler } = await loadPart(() => import("../../../handler/readHandler"));
  const { handler, outputs, inputs } = readHandler(fileName === "" ? { text } : { text, fileName });
  const isHandler = handler !== null && (/handler$/i.test(handler) || /\bevent\b/.test(text));
  if (!isHandler || outputs.length + inputs.length === 0) return null;
  return {
    // What is nested SageMaker turns into one string: that is for a person to choose.
    outputs: outputs.flatMap(({ name, type, nested }) => (nested ? [] : [{ name, type }])),
    inputs: inputs.map(({ name }) => name),
  };
}

/** What of it a step lacks. */
export function lackedBy({ document }: EditorState, key: string, { outputs, inputs }: Taken): Taken {
  const { step } = stepAt(document.definition, key);
  const declared = declaredTypes(step);
  return {
    outputs: outputs.filter(({ name }) => !declared.has(name)),
    inputs: missingArguments(
      step,
      inputs.map((name) => ({ name })),
    ),
  };
}
