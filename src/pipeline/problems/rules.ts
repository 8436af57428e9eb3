import * as conditions from "./conditions";
import * as document from "./document";
import * as envelope from "./envelope";
import * as fields from "./fields";
import * as loops from "./loops";
import * as order from "./order";
import * as parameters from "./parameters";
import type { Rule } from "./problem";
import * as references from "./references";
import * as steps from "./steps";

type Group = Readonly<Record<string, Rule>>;

/** The rules by their folders. A new one is one file in one of them and one line in its `index.ts`; the sweep then asks for its case. */
export const ruleGroups = {
  document: inOrder(document),
  steps: inOrder(steps),
  fields: inOrder(fields),
  references: inOrder(references),
  order: inOrder(order),
  conditions: inOrder(conditions),
  loops: inOrder(loops),
  envelope: inOrder(envelope),
  parameters: inOrder(parameters),
} as const;

export const rules: readonly Rule[] = Object.values(ruleGroups).flat();

/** By code: the order in which a module lists its exports hangs on who bundles it. */
function inOrder(group: Group): readonly Rule[] {
  return Object.values(group).sort((left, right) => (left.code < right.code ? -1 : 1));
}
