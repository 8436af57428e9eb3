import { createEditor } from "../src/editor/session/createEditor";
import { createDocument } from "../src/pipeline/definition/document";
import { parseDefinition } from "../src/pipeline/definition/parse";
import { getIn, isObject } from "../src/pipeline/definition/value";
import { listSteps } from "../src/pipeline/graph/stepTree";
import { loadAllModels } from "../src/pipeline/schema/load";
import { definitionText } from "./definitions";

/** A field that many steps of a generated definition have. */
export const field = ["Arguments", "OutputDataConfig", "S3OutputPath"];

/** An editor of a generated definition, checked once, and the steps that have the field. */
export async function openBenchEditor(steps: number) {
  const models = await loadAllModels();
  const parsed = parseDefinition(definitionText(steps));
  if (!parsed.ok || !isObject(parsed.value)) throw new Error("the generated definition is refused");
  const loadModel = async (type: string) => models.get(type) ?? null;
  const editor = createEditor(createDocument("bench", "bench", parsed.value), { loadModel });
  await editor.startChecking();
  const written = listSteps(parsed.value).filter(({ step }) => getIn(step, field) !== undefined);
  return { editor, written };
}
