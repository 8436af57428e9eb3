import { takeOver } from "../../editor/commands/outputs/outputs";
import { addFromCode } from "../../editor/commands/steps/addFromCode";
import { lackedBy, takenFromCode } from "../../editor/commands/steps/handlerCode";
import type { Position } from "../../pipeline/definition/document";
import { stepsByKey } from "../../pipeline/graph/stepTree";
import { hits } from "../../pipeline/layout/scene";
import type { CanvasKit } from "./kit";

const largest = 256 * 1024;

/** A function's code was let go over the canvas: it fills the Lambda step that lies there, or becomes a new one. */
export async function dropCode(kit: CanvasKit, file: File, at: Position): Promise<void> {
  const taken = file.size > largest ? null : await takenFromCode(await file.text(), file.name);
  if (taken === null) {
    const makes = /\.py$/i.test(file.name)
      ? " If it is the program that makes the pipeline, run `print(pipeline.definition())` and open what it prints."
      : "";
    const said = `${file.name} has no Lambda handler in it whose outputs and arguments can be read.${makes}`;
    kit.editor.notice("error", said);
    kit.editor.announce(said);
    return;
  }
  const step = lambdaAt(kit, at);
  if (step === null) {
    kit.run(addFromCode, { taken, at });
    return;
  }
  const lacked = lackedBy(kit.editor.store.getState(), step, taken);
  if (lacked.outputs.length + lacked.inputs.length > 0) kit.run(takeOver, { step, taken: lacked });
  else kit.editor.notice("info", `${step} has every output and argument of ${file.name} already.`);
}

function lambdaAt({ canvas, editor }: CanvasKit, at: Position): string | null {
  const steps = stepsByKey(editor.store.getState().document.definition);
  const cards = [...canvas.getState().scene.cards.values()].filter((card) => hits(card, at));
  return cards.findLast(({ key }) => steps.get(key)?.type === "Lambda")?.key ?? null;
}
