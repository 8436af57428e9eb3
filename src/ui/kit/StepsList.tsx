import "./StepsList.css";
import type { ComponentProps, ReactNode } from "react";
import { PlainButton } from "./PlainButton";
import { StepIcon } from "./StepIcon";

/** Steps one below the other. */
export const StepsList = (props: ComponentProps<"ul">) => <ul {...props} className="sw-steps" />;

interface Props {
  readonly step: string;
  readonly type: string;
  readonly onGo: () => void;
  /** What stands at the end of the line. */
  readonly children: ReactNode;
}

/** A step of the list: a click on its name goes there. */
export const StepsItem = ({ step, type, onGo, children }: Props) => (
  <li>
    <StepIcon type={type} size={18} />
    <PlainButton look="inline" onClick={onGo}>
      {step}
    </PlainButton>
    {children}
  </li>
);
