import type { ReactNode } from "react";
import type { FieldItem } from "../../editor/form/item";
import { headingOf } from "../../editor/form/label";
import { GroupTitle } from "../kit/Group";

interface Props {
  readonly item: FieldItem;
  /** "2 channels" */
  readonly count?: string;
  readonly action?: ReactNode;
}

/** The heading of a part of the form. */
export function GroupHead({ item, count, action }: Props) {
  const own = item.label !== "" && item.documentation !== null ? item.label : headingOf(item.name);
  return <GroupTitle title={own} path={item.shown} required={item.required} count={count} action={action} />;
}
