import "./StepIcon.css";
import { memo } from "react";
import { categoryColours } from "../../pipeline/card/categoryColours";
import { stepIcon } from "../../pipeline/card/stepIcons";
import { stepTypeOf } from "../../pipeline/steps";

/** The icon of a step type: white strokes on a tile in its category's colour. It says nothing; the name stands beside it. */
export const StepIcon = memo(function StepIcon({ type, size = 26 }: { readonly type: string; readonly size?: number }) {
  const { icon, category } = stepTypeOf(type);
  return (
    <svg
      className="sw-step-icon"
      width={size}
      height={size}
      viewBox="-4 -4 32 32"
      aria-hidden="true"
      style={{ background: categoryColours[category] }}
    >
      <path d={stepIcon(icon)} />
    </svg>
  );
});
