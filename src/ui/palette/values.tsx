import "./values.css";
import type { ComponentProps } from "react";

/** What can be dragged onto a field. */
export const ValueList = (props: ComponentProps<"ul">) => <ul {...props} className="sw-left-values" />;

/** What is said of values. */
export const ValueNote = (props: ComponentProps<"div">) => <div {...props} className="sw-left-values-none" />;

/** The class of a value's row, a button or an item of the list. */
export const valueRow = "sw-left-value";

/** The name of a value and its kind; without `isRead` the kind is there to be seen alone. */
export const ValueWords = (props: { readonly name: string; readonly kind: string; readonly isRead: boolean }) => (
  <>
    <span className="sw-left-value-name">{props.name}</span>
    <span className="sw-left-value-kind" data-kind={props.isRead ? undefined : props.kind}>
      {props.isRead && props.kind}
    </span>
  </>
);
