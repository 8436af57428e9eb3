import "./PickerBox.css";
import type { ComponentProps } from "react";

/** What is picked or asked below a field; the form scrolls so far that the whole of it is seen. */
export const PickerBox = (props: ComponentProps<"div">) => (
  <div {...props} ref={bringIntoView} className="sw-sources" />
);

function bringIntoView(box: HTMLElement | null): void {
  // The environment of the unit tests has no layout, and not this call.
  box?.scrollIntoView?.({ block: "nearest" });
}
