import { type RefObject, useEffect } from "react";
import { listen } from "../../kit/listen";

const key = "F6";

/**
 * F6 leads from anywhere into the inspector, and from there back to the step on the canvas: by Tab alone one would walk over all
 * steps that lie between, each of which is selected on the way.
 */
export function useInspectorKey(section: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const keydown = (event: KeyboardEvent) => {
      if (event.key !== key || event.defaultPrevented || section.current === null) return;
      const inside = section.current.contains(document.activeElement);
      const target = inside ? stepOnCanvas() : firstControl(section.current);
      if (target === null) return;
      event.preventDefault();
      target.focus();
    };
    return listen(document, { keydown });
  }, [section]);
}

/** The tab of a step's inspector; else the first control that there is. */
function firstControl(section: HTMLElement): HTMLElement | null {
  return section.querySelector<HTMLElement>("[role='tab'][aria-selected='true'], input, button");
}

function stepOnCanvas(): HTMLElement | null {
  return document.querySelector<HTMLElement>("[aria-label='Canvas'] [tabindex='0']");
}
