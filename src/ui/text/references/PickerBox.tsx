import "./PickerBox.css";
import type { ComponentProps } from "react";

/** What is picked or asked below a field. */
export const PickerBox = (props: ComponentProps<"div">) => <div {...props} className="sw-sources" />;

/** What it says in the place of a list, or of what it asks. */
export const PickerNote = (props: ComponentProps<"p">) => <p {...props} className="sw-sources-note" />;
