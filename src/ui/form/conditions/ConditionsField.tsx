import type { FieldItem } from "../../../editor/form/item";
import { isList } from "../../../pipeline/definition/value";
import { Group } from "../../kit/Group";
import { useFieldValue } from "../../kit/inspectedStep";
import { FieldProblems } from "../FieldFrame";
import { GroupHead } from "../GroupHead";
import { JsonOnly } from "../JsonOnly";
import { Condition } from "./Condition";
import { ConditionList } from "./ConditionList";

/** The conditions of a step as sentences: operand, comparison, operand. All of them have to hold. */
export function ConditionsField({ item }: { readonly item: FieldItem }) {
  const value = useFieldValue(item);
  if (value !== undefined && !isList(value)) return <JsonOnly item={item} />;
  return (
    <Group label={item.label} path={item.printed}>
      <GroupHead item={item} />
      <FieldProblems item={item} holdsBelow={false} />
      <ConditionList list={item.path} number="" joint="and" noun="condition" each={Condition} />
    </Group>
  );
}
