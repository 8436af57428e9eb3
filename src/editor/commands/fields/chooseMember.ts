import type { Path } from "../../../pipeline/definition/path";
import type { Value } from "../../../pipeline/definition/value";
import { chooseMember as chooseMemberRecipe } from "../../../pipeline/edits/choices";
import type { Choice } from "../../../pipeline/schema/stepType";
import { editing } from "../editing";
import { isThere, orderFor } from "./fields";

interface Args {
  readonly step: string;
  /** The structure that the members stand in. */
  readonly at: Path;
  readonly choice: Choice;
  /** Null for none of them. */
  readonly member: string | null;
  /** What the member begins as. */
  readonly draft: Value;
  /** "Training image", or "None of them". */
  readonly label: string;
}

/** Chooses one of the members of which SageMaker takes one: the others go. */
export const chooseMember = editing<Args>({
  id: "fields.choose",
  group: "Fields",
  palette: false,
  label: (_, { step, label }) => `Choose ${label} of ${step}`,
  when: isThere,
  recipe: (state, { step, at, choice, member, draft }) =>
    chooseMemberRecipe(step, at, choice, member, draft, orderFor(state, step)),
  done: (_, { label }) => `${label.charAt(0).toUpperCase()}${label.slice(1)} chosen.`,
});
