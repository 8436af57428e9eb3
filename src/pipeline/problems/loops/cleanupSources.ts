import { get, getIn, isList, type ObjectValue, text } from "../../definition/value";

/** The steps whose outputs a Cleanup step deletes, and where each is named. */
export function cleanupSources(step: ObjectValue): readonly { readonly name: string; readonly index: number }[] {
  const list = getIn(step, ["Arguments", "Resources", "S3"]);
  if (!isList(list)) return [];
  return list.flatMap((item, index) => {
    const name = text(get(item, "StepName"));
    return name === undefined ? [] : [{ name, index }];
  });
}
