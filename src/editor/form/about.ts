import type { Path } from "../../pipeline/definition/path";
import type { ApiDocumentation } from "../../pipeline/schema/model";
import { type FieldSource, openArgumentsItem, placeOf, shownPath } from "./item";
import { labelOf } from "./label";

export interface AboutField {
  readonly label: string;
  /** AWS's path, as it is shown. */
  readonly shown: string;
  /** AWS's own words, or those of the step type; "" where there are none. */
  readonly text: string;
}

/** What there is to read about the field at a path of the step. */
export function aboutField(source: FieldSource, path: Path, documentation: ApiDocumentation | null): AboutField {
  const { said, own, documentationKey } = placeOf(source, path);
  const last = path.findLast((segment) => typeof segment === "string") ?? "";
  const isOpen = path[0] === "Arguments" && source.stepType.argumentsForm === "open";
  const ofAws = documentationKey === null ? undefined : documentation?.[documentationKey];
  return {
    label: own?.label ?? said?.label ?? labelOf(last),
    shown: shownPath(path),
    text: own?.documentation ?? said?.documentation ?? (isOpen ? openArgumentsItem(source).documentation : ofAws) ?? "",
  };
}
