/** What a comparison tells: data; whoever shows it has the words. */

/** A leaf that differs. */
export interface FieldChange {
  /** Printed path, relative to the step, the parameter or the definition. In a list the index now, of what is gone the one it had. */
  readonly path: string;
  /** The values as JSON text, null where there is none. */
  readonly before: string | null;
  readonly after: string | null;
  /** Who may do what, what code runs, where data goes: roles, functions, images, queues, buckets. */
  readonly sensitive: boolean;
}

/** A step or a parameter that is not as it was. */
export interface ItemChange {
  readonly name: string;
  readonly type: string;
  readonly change: "added" | "removed" | "changed";
  /** Empty for what is new or gone, and for a step that was only moved or renamed. */
  readonly fields: readonly FieldChange[];
}

/** Where a step lies; `slot` as people read it: `True`, `False`, `Each`. */
export interface StepSlot {
  readonly container: string;
  readonly slot: string;
}

export interface StepChange extends ItemChange {
  /** The name it had, null where it kept its own. */
  readonly renamedFrom: string | null;
  /** Null where it stayed; a place is null outside of all containers. */
  readonly moved: { readonly from: StepSlot | null; readonly to: StepSlot | null } | null;
}

export interface DefinitionChanges {
  readonly steps: readonly StepChange[];
  readonly parameters: readonly ItemChange[];
  /** Changes in the rest of the definition: Version, Metadata, keys that Stepwire does not know. */
  readonly definition: readonly FieldChange[];
  /** The names of the steps outside of containers that both have, in their two orders, as JSON text; null where that is one order. */
  readonly order: { readonly before: string; readonly after: string } | null;
}

/** True where two definitions are not the same. */
export function differ({ steps, parameters, definition, order }: DefinitionChanges): boolean {
  return steps.length + parameters.length + definition.length > 0 || order !== null;
}

/** The same with no text of a value longer than `longest`. */
export function clipped(
  { steps, parameters, definition, order }: DefinitionChanges,
  longest: number,
): DefinitionChanges {
  const clip = (text: string) => (text.length <= longest ? text : `${text.slice(0, longest)}…`);
  const clipField = (field: FieldChange): FieldChange => ({
    ...field,
    before: field.before === null ? null : clip(field.before),
    after: field.after === null ? null : clip(field.after),
  });
  return {
    steps: steps.map((step) => ({ ...step, fields: step.fields.map(clipField) })),
    parameters: parameters.map((parameter) => ({ ...parameter, fields: parameter.fields.map(clipField) })),
    definition: definition.map(clipField),
    order: order === null ? null : { before: clip(order.before), after: clip(order.after) },
  };
}
