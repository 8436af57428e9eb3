import "./StepIcon.css";
import { memo } from "react";
import type { Category } from "../../pipeline/schema/stepType";
import { stepTypeOf } from "../../pipeline/steps";
import { stepIcon } from "./stepIcons";

/** The custom property with a category's colour: `var(--sw-category-training)`. */
export function categoryColour(category: Category): string {
  return `var(--sw-category-${category.toLowerCase().replaceAll(" ", "-")})`;
}

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
      style={{ background: categoryColour(category) }}
    >
      <path d={stepIcon(icon)} />
    </svg>
  );
});
