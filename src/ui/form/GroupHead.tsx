import type { ReactNode } from "react";
import type { FieldItem } from "../../editor/form/item";
import { headingOf } from "../../editor/form/label";
import { FieldDocumentation } from "./FieldFrame";

interface Props {
  readonly item: FieldItem;
  /** "2 channels" */
  readonly count?: string;
  readonly action?: ReactNode;
}

/** The heading of a part of the form. */
export function GroupHead({ item, count = "", action }: Props) {
  const own = item.label !== "" && item.documentation !== null ? item.label : headingOf(item.name);
  return (
    <>
      <div className="sw-group-head">
        <h3>{own}</h3>
        {item.shown !== own && <span className="sw-group-path">{item.shown}</span>}
        {item.required && <span className="sw-field-required">required</span>}
        {count !== "" && <span className="sw-group-count">{count}</span>}
        {action}
      </div>
      <FieldDocumentation item={item} />
    </>
  );
}
