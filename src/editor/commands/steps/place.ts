import type { Layout } from "../../../pipeline/definition/document";
import { moveSteps } from "../../../pipeline/edits/moveSteps";
import { stepsInside } from "../../../pipeline/graph/stepTree";
import { positionsNotSaved } from "../../../pipeline/layout/positionsNotSaved";
import { emptyScene, placed } from "../../../pipeline/layout/scene";
import type { EditorState } from "../../session/editorState";
import type { Workspace } from "../../workspace";
import { editing } from "../editing";
import { named } from "../words";
import { anyChosen, type ChosenSteps, chosen, verbWith } from "./chosen";

interface PlaceArgs {
  /** Those that were moved; what lies in them moves with them. */
  readonly steps: readonly string[];
  readonly positions: Layout;
}

/** Puts steps where they were dragged to. */
export const placeSteps = editing<PlaceArgs>({
  id: "steps.place",
  group: "Steps",
  palette: false,
  label: (_, { steps }) => `Move ${named(steps)}`,
  recipe: (state, { positions }, workspace) => moveSteps(new Map([...notSaved(state, workspace), ...positions])),
  done: (_, { steps }) => `${named(steps)} moved.`,
});

type NudgeArgs =
  | ChosenSteps
  | { readonly steps: readonly string[]; readonly by: { readonly x: number; readonly y: number } };

/** Moves steps a little, with all that lies in them. */
export const nudge = editing<NudgeArgs>({
  id: "steps.nudge",
  group: "Steps",
  keys: ["mod+arrowleft", "mod+arrowright", "mod+arrowup", "mod+arrowdown"],
  scope: "card",
  palette: false,
  label: (state, args) => verbWith("Move", state, args),
  when: anyChosen,
  recipe: (state, args, workspace) => {
    const { definition } = state.document;
    const by = args !== undefined && "by" in args ? args.by : { x: 0, y: 0 };
    const scene = workspace.canvas?.scene() ?? emptyScene;
    const moving = new Set(chosen(state, args).flatMap((key) => [key, ...stepsInside(definition, key)]));
    const positions = [...moving].flatMap((key) => {
      const card = placed(scene, key);
      return card === undefined ? [] : [[key, { x: card.x + by.x, y: card.y + by.y }] as const];
    });
    return moveSteps(new Map([...notSaved(state, workspace), ...positions]));
  },
  done: (state, args) => `${named(chosen(state, args))} moved.`,
});

/** The places of steps that were only arranged. */
export function notSaved({ document }: EditorState, { canvas }: Workspace): Layout {
  return canvas === null ? new Map() : positionsNotSaved(document, canvas.scene());
}
