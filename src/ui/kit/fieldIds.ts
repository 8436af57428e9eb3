import { useId, useMemo } from "react";

/** The ids by which a control is named and described. */
export interface FieldIds {
  readonly control: string;
  readonly label: string;
  readonly path: string;
}

/** The ids of a field's control, label and path. */
export function useFieldIds(): FieldIds {
  const id = useId();
  return useMemo(() => ({ control: `${id}control`, label: `${id}label`, path: `${id}path` }), [id]);
}
