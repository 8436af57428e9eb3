/** Puts the selected steps in a line, or as far from each other; what lies in a step goes with it. */
import type { Layout, Position } from "../../../pipeline/definition/document";
import { moveSteps } from "../../../pipeline/edits/moveSteps";
import { rootsOf, stepsInside } from "../../../pipeline/graph/stepTree";
import { type Arrangement, aligned, alignments, axes, distributed } from "../../../pipeline/layout/align";
import type { Rect } from "../../../pipeline/layout/rect";
import { emptyScene, placed, type Scene } from "../../../pipeline/layout/scene";
import type { EditorState } from "../../session/editorState";
import { choicesOf } from "../../session/question";
import type { Workspace } from "../../workspace";
import type { Command } from "../command";
import { edit } from "../editing";
import { named } from "../words";
import { type ChosenSteps, chosen } from "./chosen";
import { notSaved } from "./place";

type Args = ChosenSteps | { readonly steps: readonly string[]; readonly how: Arrangement };

const words: Readonly<Record<Arrangement, string>> = {
  left: "Align left edges",
  centre: "Align centres, one below the other",
  right: "Align right edges",
  top: "Align top edges",
  middle: "Align middles, side by side",
  bottom: "Align bottom edges",
  across: "Distribute across: equal gaps",
  down: "Distribute down: equal gaps",
};

export const arrangeSteps: Command<Args> = {
  id: "steps.arrange",
  group: "Steps",
  palette: true,
  edits: true,
  label: (state, args) => {
    const keys = roots(state, args);
    return `Align or distribute ${keys.length < 2 ? "steps" : named(keys)}…`;
  },
  when: (state, args) => roots(state, args).length > 1 || "Select two steps or more.",
  run: (workspace, args) => {
    const state = workspace.editor.store.getState();
    const steps = roots(state, args);
    if (args === undefined || !("how" in args)) return { ask: whichWay(steps) };
    const recipe = moveSteps(new Map([...notSaved(state, workspace), ...places(state, steps, workspace, args.how)]));
    const label = words[args.how].replace(/[,:].*/, "");
    return edit(workspace, label, recipe, () => ({ done: `${named(steps)}: ${label.toLowerCase()}.` }));
  },
};

function roots(state: EditorState, args: Args): readonly string[] {
  return rootsOf(state.document.definition, chosen(state, args));
}

function whichWay(steps: readonly string[]) {
  const ways = [...alignments, ...(steps.length > 2 ? axes : [])].map((id) => ({ id, label: words[id] }));
  return {
    title: `How do ${named(steps)} stand?`,
    choices: choicesOf(ways),
    none: "",
    answer: (how: string) => ({ steps, how: how as Arrangement }),
  };
}

function places({ document }: EditorState, keys: readonly string[], { canvas }: Workspace, how: Arrangement): Layout {
  const scene = canvas?.scene() ?? emptyScene;
  const rects = new Map(keys.flatMap((key) => entryOf(scene, key)));
  const placed = how === "across" || how === "down" ? distributed(rects, how) : aligned(rects, how);
  return new Map(
    [...placed].flatMap(([key, to]) => {
      const from = rects.get(key) ?? to;
      const by = { x: to.x - from.x, y: to.y - from.y };
      return [key, ...stepsInside(document.definition, key)].flatMap((inner) =>
        entryOf(scene, inner).map(([name, { x, y }]): [string, Position] => [name, { x: x + by.x, y: y + by.y }]),
      );
    }),
  );
}

function entryOf(scene: Scene, key: string): [string, Rect][] {
  const card = placed(scene, key);
  return card === undefined ? [] : [[key, card]];
}
