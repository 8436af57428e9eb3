/** The step types that a new step can be of, and adding it with what a wire asks for. */

import { portsOf } from "../../../pipeline/card/ports";
import type { Place } from "../../../pipeline/definition/document";
import type { Path } from "../../../pipeline/definition/path";
import { addStep, nameForNewStep } from "../../../pipeline/edits/addStep";
import { connect } from "../../../pipeline/edits/connect";
import { addDependsOn } from "../../../pipeline/edits/dependsOn";
import type { Recipe } from "../../../pipeline/edits/edit";
import { moveSteps } from "../../../pipeline/edits/moveSteps";
import { whyTypeNotInSlot } from "../../../pipeline/edits/moveToSlot";
import type { ApiModels } from "../../../pipeline/schema/model";
import { stepTypeList } from "../../../pipeline/steps";
import { judgeWire, typesThatTake, type WireSource, type WireTarget } from "../../../pipeline/wiring";
import { addInto } from "../drop/intoSlot";
import type { CanvasKit } from "../kit";
import type { WireEnd } from "../wire/drawnWire";
import { close } from "./closeOverlay";
import type { Option } from "./ListPicker";

/** The step types that a wire dropped on empty canvas can go on with; all, for a new step without a wire. */
export function typeOptions(kit: CanvasKit, end: WireEnd | null, at: Place, models: ApiModels): Option[] {
  const { document } = kit.editor.store.getState();
  if (end?.kind === "source") {
    return typesThatTake(document, models, end.source).map(({ type, label, path, fieldLabel }) => {
      const hint = `reads it as ${fieldLabel}`;
      return typeOption(type, label, hint, () => addAndConnect(kit, type, end.source, path, at, models));
    });
  }
  if (end?.kind === "field") return feedingTypes(kit, end.target, at, models);
  return stepTypeList.flatMap((stepType): Option[] => {
    const { type, label, summary } = stepType;
    if (end?.kind !== "slot") return [typeOption(type, label, summary, () => addWith(kit, type, at, ending(end)))];
    const to = { container: end.step, slot: end.slot };
    if (whyTypeNotInSlot(document, type, to) !== null) return [];
    const pick = () => {
      close(kit);
      addInto(kit, type, to, at);
    };
    return [typeOption(type, label, summary, pick)];
  });
}

function typeOption(type: string, label: string, hint: string, pick: () => void): Option {
  return { id: type, label, hint, icon: type, pick };
}

/** What the wire adds to a new step: an order. */
function ending(end: WireEnd | null): (name: string) => Recipe {
  return (name) => (document) => {
    if (end?.kind === "after") return addDependsOn(name, end.step)(document);
    return document;
  };
}

/** Adds a step and what the wire asks for, as one entry of the history. */
function addWith(kit: CanvasKit, type: string, at: Place, then: (name: string) => Recipe): void {
  const { editor } = kit;
  close(kit);
  const name = nameForNewStep(editor.store.getState().document, type);
  const place = { x: Math.round(at.x), y: Math.round(at.y - 25) };
  const outcome = editor.edit(`Add ${name}`, (document) =>
    moveSteps(new Map([[name, place]]))(then(name)(addStep(type, place)(document))),
  );
  if (!outcome.ok) return;
  editor.select([name]);
  editor.announce(`${name} added.`);
}

function addAndConnect(
  kit: CanvasKit,
  type: string,
  source: WireSource,
  path: Path,
  at: Place,
  models: ApiModels,
): void {
  addWith(kit, type, at, (step) => connect(source, { step, path }, models));
}

/** Step types with an output that a field takes. */
function feedingTypes(kit: CanvasKit, target: WireTarget, at: Place, models: ApiModels): Option[] {
  const { document } = kit.editor.store.getState();
  return stepTypeList.flatMap(({ type, label }): Option[] => {
    const name = nameForNewStep(document, type);
    const added = addStep(type, at)(document);
    const port = portsOf(added, models, name).outputs.find(
      ({ output }) => judgeWire(added, models, { kind: "output", step: name, output }, target).ok,
    );
    if (port === undefined) return [];
    const source: WireSource = { kind: "output", step: name, output: port.output };
    const pick = () => addWith(kit, type, { x: at.x - 240, y: at.y }, () => connect(source, target, models));
    return [typeOption(type, label, `gives ${port.label}`, pick)];
  });
}
