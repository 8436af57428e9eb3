import { tidySteps } from "../../../pipeline/edits/tidySteps";
import { listSteps } from "../../../pipeline/graph/stepTree";
import type { Tidied } from "../../../pipeline/layout/tidy";
import type { CanvasPort } from "../../session/canvasPort";
import type { Command, PromptCommand } from "../command";
import { edit } from "../editing";
import { hasSteps } from "../selection";

const noCanvas = { refused: "The canvas is not shown." } as const;

function viewing(id: string, label: string, done: string, show: (canvas: CanvasPort) => void): PromptCommand {
  return {
    id,
    group: "View",
    palette: true,
    label: () => label,
    when: hasSteps,
    run: ({ canvas }) => {
      if (canvas === null) return noCanvas;
      show(canvas);
      return { done };
    },
  };
}

export const zoomIn = viewing("view.zoomIn", "Zoom in", "Zoomed in.", (canvas) => canvas.zoomIn());
export const zoomOut = viewing("view.zoomOut", "Zoom out", "Zoomed out.", (canvas) => canvas.zoomOut());
export const fit: PromptCommand = {
  ...viewing("view.fit", "Fit all steps into view", "All steps are in view.", (canvas) => canvas.fit()),
  keys: ["shift+1"],
  scope: "page",
};

export const fitSelection: PromptCommand = {
  id: "view.fitSelection",
  group: "View",
  keys: ["shift+2"],
  scope: "page",
  palette: true,
  label: () => "Fit the selected steps into view",
  when: ({ selection }) => selection.steps.length > 0 || "No step is selected.",
  run: ({ editor, canvas }) => {
    if (canvas === null) return noCanvas;
    const { steps } = editor.store.getState().selection;
    canvas.fit(steps);
    return { done: `In view: ${steps.join(", ")}.` };
  },
};

export const fullSize: PromptCommand = {
  ...viewing("view.fullSize", "Zoom to 100%", "Zoomed to 100%.", (canvas) => canvas.zoomTo(1)),
  keys: ["mod+0"],
  scope: "page",
};

const zoomingTo = (percent: number): PromptCommand =>
  viewing(`view.zoom${percent}`, `Zoom to ${percent}%`, `Zoomed to ${percent}%.`, (canvas) =>
    canvas.zoomTo(percent / 100),
  );
export const zoomCommands: readonly PromptCommand[] = [zoomingTo(25), zoomingTo(50), zoomingTo(150), zoomingTo(200)];

/** What is edited or merged meanwhile is laid out too; null for who goes on and on. */
async function layOutAsItIs(canvas: CanvasPort): Promise<Tidied | null> {
  for (let tries = 0; tries < 3; tries++) {
    const tidied = await canvas.layOut();
    if (tidied !== null) return tidied;
  }
  return null;
}

/** Lays all steps out anew. */
export const tidy: Command = {
  id: "view.tidy",
  group: "View",
  palette: true,
  edits: true,
  label: () => "Tidy",
  when: hasSteps,
  run: async (workspace) => {
    const { editor, canvas } = workspace;
    if (canvas === null) return noCanvas;
    const tidied = await layOutAsItIs(canvas).catch(() => "failed" as const);
    if (tidied === "failed") return { refused: "The steps could not be tidied: the layout did not answer. Try again." };
    if (tidied === null) return { refused: "The pipeline changed while it was laid out. Press Tidy again." };
    const steps = listSteps(editor.store.getState().document.definition).length;
    const before = canvas.scene();
    const outcome = edit(workspace, "Tidy", tidySteps(tidied), () => ({ done: "" }));
    if ("refused" in outcome) return outcome;
    canvas.showTidied(before);
    return { done: `${steps} steps tidied.` };
  },
};
