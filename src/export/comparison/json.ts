import type { FieldChange, ItemChange, StepSlot } from "../../pipeline/compare/changes";
import { parseValue } from "../../pipeline/definition/parse";
import { serialise } from "../../pipeline/definition/serialise";
import type { Value } from "../../pipeline/definition/value";
import type { Comparison } from "./comparison";

/** For scripts: every change once, values as they stand in the definition, null where there is none. */
export function comparisonAsJson({ changes, edges, problems, meaning }: Comparison): string {
  const { steps, parameters, definition, order } = changes;
  const rest = order === null ? definition : [...definition, { path: "Steps", ...order, sensitive: false }];
  const told = {
    steps: {
      added: namesOf(steps, "added"),
      removed: namesOf(steps, "removed"),
      moved: steps.flatMap(({ name, moved }) =>
        moved === null ? [] : [{ name, from: slotAsText(moved.from), to: slotAsText(moved.to) }],
      ),
      changed: steps.flatMap(({ name, renamedFrom, fields }) => {
        const ownName = renamedFrom === null ? [] : [{ path: "Name", before: renamedFrom, after: name }];
        const all = [...ownName, ...fields.map(fieldAsJson)];
        return all.length === 0 ? [] : [{ name, fields: all }];
      }),
    },
    edges: { added: edges.added, removed: edges.removed },
    parameters: {
      added: namesOf(parameters, "added"),
      removed: namesOf(parameters, "removed"),
      changed: parameters.flatMap(({ name, change, fields }) =>
        change === "changed" ? [{ name, fields: fields.map(fieldAsJson) }] : [],
      ),
    },
    definition: rest.map(fieldAsJson),
    problems: { new: problems.new, gone: problems.gone },
    meaning,
  };
  return `${serialise(told as unknown as Value, 2)}\n`;
}

function namesOf(items: readonly ItemChange[], change: ItemChange["change"]): readonly string[] {
  return items.filter((item) => item.change === change).map(({ name }) => name);
}

/** `Gate/True`, null outside of all containers. */
function slotAsText(slot: StepSlot | null): string | null {
  return slot === null ? null : `${slot.container}/${slot.slot}`;
}

function fieldAsJson({ path, before, after }: FieldChange) {
  return { path, before: asValue(before), after: asValue(after) };
}

function asValue(json: string | null): Value {
  if (json === null) return null;
  const parsed = parseValue(json);
  return parsed.ok ? parsed.value : json;
}
