import { takeOver } from "../../editor/commands/outputs/outputs";
import { addFromCode } from "../../editor/commands/steps/addFromCode";
import { lackedBy, takenFromCode } from "../../editor/commands/steps/handlerCode";
import type { Taken } from "../../editor/form/fromCode";
import { openCode } from "../../editor/form/openCode";
import type { PackageFile } from "../../handler/deploymentPackage";
import type { Position } from "../../pipeline/definition/document";
import { stepsByKey } from "../../pipeline/graph/stepTree";
import { hits } from "../../pipeline/layout/scene";
import type { CanvasKit } from "./kit";

/**
 * A function's code, or its deployment package, was let go over the canvas: it fills the Lambda step that lies there, or becomes a new one.
 * A zip file may as well hold a definition: `openDocument` opens that, or answers why it cannot.
 */
export async function dropCode(
  kit: CanvasKit,
  file: File,
  at: Position,
  openDocument: (file: File) => Promise<string | null>,
): Promise<void> {
  const step = lambdaAt(kit, at);
  const opened = await openCode(file);
  const files = opened.ok ? opened.files : [];
  // Lambda looks for the handler at the top of a package; elsewhere in it code may be anything's.
  const isArchive = /\.zip$/i.test(file.name);
  const first = await takenFrom(isArchive && step === null ? files.filter(({ name }) => !name.includes("/")) : files);
  const refusal = first === null && isArchive ? await openDocument(file) : null;
  if (first === null && isArchive && refusal === null) return;
  const taken = first ?? (isArchive ? await takenFrom(files) : null);
  if (taken === null) return refuse(kit, refusal ?? (opened.ok ? noHandler(file.name) : opened.message));
  if (step === null) {
    kit.run(addFromCode, { taken, at });
    return;
  }
  const lacked = lackedBy(kit.editor.store.getState(), step, taken);
  if (lacked.outputs.length + lacked.inputs.length > 0) kit.run(takeOver, { step, taken: lacked });
  else kit.editor.notice("info", `${step} has every output and argument of ${file.name} already.`);
}

/** What the first of some files that is a handler declares and reads. */
async function takenFrom(files: readonly PackageFile[]): Promise<Taken | null> {
  for (const { name, text } of files) {
    const taken = await takenFromCode(text, name);
    if (taken !== null) return taken;
  }
  return null;
}

function noHandler(name: string): string {
  const makes = /\.py$/i.test(name)
    ? " If it is the program that makes the pipeline, run `print(pipeline.definition())` and open what it prints."
    : "";
  return `${name} has no Lambda handler in it whose outputs and arguments can be read.${makes}`;
}

function refuse({ editor }: CanvasKit, said: string): void {
  editor.notice("error", said);
  editor.announce(said);
}

function lambdaAt({ canvas, editor }: CanvasKit, at: Position): string | null {
  const steps = stepsByKey(editor.store.getState().document.definition);
  const cards = [...canvas.getState().scene.cards.values()].filter((card) => hits(card, at));
  return cards.findLast(({ key }) => steps.get(key)?.type === "Lambda")?.key ?? null;
}
