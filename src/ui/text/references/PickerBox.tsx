import "./PickerBox.css";
import type { ComponentProps } from "react";

/** What is picked or asked below a field. */
export const PickerBox = (props: ComponentProps<"div">) => <div {...props} className="sw-sources" />;
