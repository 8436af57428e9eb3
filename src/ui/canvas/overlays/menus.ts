/** The context menus of a step, a wire and the canvas: commands, with the arguments that the place gives. */
import type { Command } from "../../../editor/commands/command";
import { disconnect } from "../../../editor/commands/edges/disconnect";
import { setTrigger, triggers, waitFor } from "../../../editor/commands/edges/order";
import { showPort } from "../../../editor/commands/fields/pins";
import { colourGroup, groupSteps, renameGroup, ungroup } from "../../../editor/commands/notes/groups";
import { addNote, colourNote, deleteNote } from "../../../editor/commands/notes/notes";
import { whyNot } from "../../../editor/commands/perform";
import { runFrom, runOnly } from "../../../editor/commands/pipeline/runSelected";
import { selectAll } from "../../../editor/commands/selection";
import { addHere } from "../../../editor/commands/steps/addHere";
import { arrangeSteps } from "../../../editor/commands/steps/arrange";
import { deleteSteps } from "../../../editor/commands/steps/deleteSteps";
import { duplicate } from "../../../editor/commands/steps/duplicate";
import { foldSteps } from "../../../editor/commands/steps/fold";
import { moveInto } from "../../../editor/commands/steps/moveInto";
import { moveOut } from "../../../editor/commands/steps/moveOut";
import { paste } from "../../../editor/commands/steps/paste";
import { writeOverName } from "../../../editor/commands/steps/renameStep";
import { fit, fitSelection, fullSize, tidy, zoomCommands, zoomIn, zoomOut } from "../../../editor/commands/view/canvas";
import { goTo } from "../../../editor/commands/view/find";
import { graphOf } from "../../../editor/session/selectors";
import { type Colour, colours, type Position } from "../../../pipeline/definition/document";
import { deriveGraph } from "../../../pipeline/graph/deriveGraph";
import { reasonsInWords } from "../../../pipeline/graph/reasonsInWords";
import { stepTypeOf } from "../../../pipeline/steps";
import { chordInWords } from "../../kit/keyWords";
import type { MenuItem } from "../../kit/Menu";
import { focusStep } from "../focus";
import type { CanvasKit } from "../kit";

type Look = Pick<MenuItem, "label" | "keys" | "hint" | "checked" | "danger" | "separated">;

/** Makes entries of a menu at a point of the canvas, where their questions are asked. */
function entriesAt(kit: CanvasKit, at: Position) {
  return <Args>(command: Command<Args>, args: NoInfer<Args>, look: Partial<Look> = {}): MenuItem => {
    const state = kit.editor.store.getState();
    const [chord] = command.keys ?? [];
    return {
      label: command.label(state, args),
      ...(chord === undefined ? {} : { keys: chordInWords(chord) }),
      ...look,
      disabled: whyNot(command, state, args) !== null,
      run: () => void kit.runAt(at)<Args>(command, ...([args] as never)),
    };
  };
}

export function stepMenu(kit: CanvasKit, step: string, at: Position): MenuItem[] {
  const state = kit.editor.store.getState();
  const { selection } = state;
  const steps = selection.steps.includes(step) ? selection.steps : [step];
  const entry = entriesAt(kit, at);
  const ofOne = [
    entry(writeOverName, { steps }),
    entry(waitFor, { to: step }),
    entry(waitFor, { from: step }),
    entry(showPort, { step }),
  ];
  const folds = stepTypeOf(graphOf(state).byKey.get(step)?.type ?? "").slots;
  const foldable = [
    ...(folds.length > 1 ? folds.map(({ key }) => entry(foldSteps, { container: step, slot: key })) : []),
    entry(foldSteps, { container: step }),
  ].filter(({ disabled }) => disabled !== true);
  const ofAll = [
    ...(steps.length === 1 ? foldable : []),
    ...(steps.length > 1 ? [entry(arrangeSteps, { steps })] : []),
    entry(groupSteps, { steps }),
    ...[entry(moveInto, { steps }), entry(moveOut, { steps })].filter(({ disabled }) => disabled !== true),
    entry(runFrom, { steps }, { separated: true, ...(steps.length === 1 ? { label: "Run from here" } : {}) }),
    entry(runOnly, { steps }, steps.length === 1 ? { label: "Run only this" } : {}),
    entry(duplicate, { steps }, { separated: true }),
    entry(deleteSteps, { steps }, { keys: chordInWords("delete"), danger: true }),
  ];
  const items = steps.length === 1 ? [...ofOne, ...ofAll] : ofAll;
  // The menu is called after its step: its entries need not be.
  return items.map((item) => ({ ...item, label: item.label.replace(` of ${step}`, "").replace(` ${step}`, "") }));
}

export function lineMenu(kit: CanvasKit, id: string): MenuItem[] {
  const routed = kit.canvas.getState().lines.get(id);
  if (routed === undefined) return [];
  const { from, to, reason } = routed.line;
  const entry = entriesAt(kit, routed.curve.to);
  const reasons = deriveGraph(kit.editor.store.getState().document.definition)
    .into.get(to)
    ?.find((edge) => edge.from === from)?.reasons;
  const items =
    reason.kind !== "order"
      ? []
      : triggers.map(({ trigger, label, said }) =>
          entry(
            setTrigger,
            { from, to, trigger },
            { label, hint: `Runs ${to} ${said(from)}.`, checked: reason.trigger === trigger },
          ),
        );
  const goThere = (step: string, separated: boolean) => ({
    ...entry(goTo, { step }, { separated }),
    run: () => focusStep(kit, step),
  });
  const removal = { hint: reasonsInWords(from, to, [reason]).join(" "), danger: true, separated: true };
  items.push(goThere(from, items.length > 0), goThere(to, false));
  items.push(
    entry(disconnect, { from, to, reason }, { ...removal, label: "Delete edge", keys: chordInWords("delete") }),
  );
  if (reasons !== undefined && reasons.length > 1) {
    const all = {
      label: `Delete all ${reasons.length} reasons`,
      hint: `${to} no longer depends on ${from}.`,
      danger: true,
    };
    items.push(entry(disconnect, { from, to }, all));
  }
  return items;
}

export function noteMenu(kit: CanvasKit, id: string, at: Position): MenuItem[] {
  const entry = entriesAt(kit, at);
  const note = kit.editor.store.getState().document.notes.find((one) => one.id === id);
  const isIn = (colour: Colour) => (note?.colour ?? colours[0]) === colour;
  return [
    ...colours.map((colour) => entry(colourNote, { id, colour }, { label: inWords(colour), checked: isIn(colour) })),
    entry(deleteNote, { id }, { label: "Delete note", danger: true, separated: true }),
  ];
}

export function groupMenu(kit: CanvasKit, id: string, at: Position): MenuItem[] {
  const entry = entriesAt(kit, at);
  const group = kit.editor.store.getState().document.groups.find((one) => one.id === id);
  const isIn = (colour: Colour) => group?.colour === colour;
  return [
    entry(renameGroup, { id }, { label: "Rename…" }),
    ...colours.map((colour, index) =>
      entry(colourGroup, { id, colour }, { label: inWords(colour), checked: isIn(colour), separated: index === 0 }),
    ),
    entry(ungroup, { id }, { label: "Ungroup", separated: true }),
  ];
}

const inWords = (colour: Colour) => `${colour.slice(0, 1).toUpperCase()}${colour.slice(1)}`;

export function canvasMenu(kit: CanvasKit, at: Position): MenuItem[] {
  const entry = entriesAt(kit, at);
  return [
    entry(addHere, { at, end: null }),
    entry(addNote, { at }),
    entry(paste, { at }),
    entry(selectAll, undefined),
    entry(tidy, undefined, { separated: true }),
    entry(fit, undefined),
  ];
}

export function zoomMenu(kit: CanvasKit, at: Position): MenuItem[] {
  const entry = entriesAt(kit, at);
  return [
    entry(fit, undefined),
    entry(fitSelection, undefined),
    entry(fullSize, undefined, { separated: true }),
    ...zoomCommands.map((command) => entry(command, undefined)),
    entry(zoomIn, undefined, { separated: true }),
    entry(zoomOut, undefined),
  ];
}
