import { lastName, type Path } from "../../../pipeline/definition/path";
import { getIn, type Value } from "../../../pipeline/definition/value";
import { setField } from "../../../pipeline/edits/fields";
import { stepsByKey } from "../../../pipeline/graph/stepTree";
import { familyOf, type Lacking, lackingElsewhere } from "../../form/usedElsewhere";
import type { EditorState } from "../../session/editorState";
import { editing } from "../editing";
import { isThere, orderFor } from "./fields";

interface SharedArgs {
  readonly step: string;
  readonly path: Path;
  readonly label: string;
}

/** Gives the steps that lack it the role, image or machine that this one has. */
export const setForLacking = editing<SharedArgs>({
  id: "fields.setForLacking",
  group: "Fields",
  palette: false,
  label: (state, args) => `Set ${args.label} of ${args.step} for ${stepsInWords(lackingOf(state, args))}`,
  when: (state, args) => {
    const there = isThere(state, args);
    if (there !== true) return there;
    return lackingOf(state, args).length > 0 || `No other step lacks ${args.label}.`;
  },
  recipe: (state, args) => (document) => {
    const value = heldBy(state, args);
    if (value === undefined) return document;
    return lackingOf(state, args).reduce(
      (changed, { step, path }) => setField(step, path, value, orderFor(state, step))(changed),
      document,
    );
  },
  done: (before, args) =>
    `${args.label} is set for ${lackingOf(before, args)
      .map(({ step }) => step)
      .join(", ")}, as for ${args.step}.`,
  offer: "undo",
});

function heldBy({ document }: EditorState, { step, path }: SharedArgs): Value | undefined {
  return getIn(stepsByKey(document.definition).get(step)?.step, path);
}

function lackingOf(state: EditorState, { step, path }: SharedArgs): readonly Lacking[] {
  const family = familyOf(lastName(path));
  return family === null ? [] : lackingElsewhere(state.document.definition, state.models, step, family);
}

/** "the 3 steps that lack it" */
export function stepsInWords(lacking: readonly Lacking[]): string {
  return lacking.length === 1 ? `${lacking[0]?.step}, which lacks it` : `the ${lacking.length} steps that lack it`;
}
