/** What a comparison tells: data; whoever shows it has the words. */

/** A leaf that differs. */
export interface FieldChange {
  /** Printed path, relative to the step, the parameter or the definition. */
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
  /** The steps outside of containers that both have, in their two orders; null where that is one order. */
  readonly order: { readonly before: string; readonly after: string } | null;
}

/** True where two definitions are not the same. */
export function differ({ steps, parameters, definition, order }: DefinitionChanges): boolean {
  return steps.length + parameters.length + definition.length > 0 || order !== null;
}
