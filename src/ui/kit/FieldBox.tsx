import "./FieldBox.css";
import type { ComponentProps, ReactNode } from "react";
import { Required } from "./Required";

interface Props extends Omit<ComponentProps<"div">, "className"> {
  readonly label: string;
  readonly labelId?: string;
  /** The control that the label names; without it the label names a group. */
  readonly controlId?: string | undefined;
  readonly required?: boolean;
  /** What tells two fields of one label apart. */
  readonly hint?: string | null;
  /** AWS's path: seen while the pointer or the focus is in the field. */
  readonly path?: ReactNode;
  /** Buttons behind the label. */
  readonly actions?: ReactNode;
}

/** A field of the inspector: a label with what stands beside it, and the control below. */
export function FieldBox({ label, labelId, controlId, required, hint = null, path, actions, children, ...box }: Props) {
  return (
    <div {...box} className="sw-field">
      <div className="sw-field-head">
        <label id={labelId} htmlFor={controlId}>
          {label}
        </label>
        {required && <Required />}
        {hint !== null && <span className="sw-field-hint">{hint}</span>}
        {path}
        <span className="sw-field-actions">{actions}</span>
      </div>
      {children}
    </div>
  );
}
