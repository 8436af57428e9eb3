import "./StepsList.css";
import type { ReactNode } from "react";
import { PlainButton } from "./PlainButton";
import { StepIcon } from "./StepIcon";

/** Steps one below the other. */
export function StepsList({ label, children }: { readonly label?: string; readonly children: ReactNode }) {
  return (
    <ul className="sw-steps" aria-label={label}>
      {children}
    </ul>
  );
}

interface ItemProps {
  readonly step: string;
  readonly type: string;
  readonly onGo: () => void;
  /** What stands at the end of the line. */
  readonly children: ReactNode;
}

/** A step of the list: a click on its name goes there. */
export function StepsItem({ step, type, onGo, children }: ItemProps) {
  return (
    <li>
      <StepIcon type={type} size={18} />
      <PlainButton look="inline" onClick={onGo}>
        {step}
      </PlainButton>
      {children}
    </li>
  );
}
