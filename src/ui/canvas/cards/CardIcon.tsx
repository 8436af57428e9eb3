import "./CardIcon.css";
import { memo } from "react";
import { categoryColours } from "../../../pipeline/card/categoryColours";
import { stepIcon } from "../../../pipeline/card/stepIcons";
import { stepTypeOf } from "../../../pipeline/steps";

const images = new Map<string, string>();

/** The icon's white strokes as an image: an SVG element on each card would be one more layer to sort in every frame. */
function imageOf(icon: string): string {
  let image = images.get(icon);
  if (image === undefined) {
    const strokes = "fill='none' stroke='white' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'";
    const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='-4 -4 32 32' ${strokes}><path d='${stepIcon(icon)}'/></svg>`;
    image = `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
    images.set(icon, image);
  }
  return image;
}

/** The tile of a step type on its card; the same picture as `StepIcon`. */
export const CardIcon = memo(function CardIcon({ type, size = 26 }: { readonly type: string; readonly size?: number }) {
  const { icon, category } = stepTypeOf(type);
  const style = {
    width: size,
    height: size,
    backgroundColor: categoryColours[category],
    backgroundImage: imageOf(icon),
  };
  return <span className="sw-card-icon" style={style} aria-hidden="true" />;
});
