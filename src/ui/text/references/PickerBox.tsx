import "./PickerBox.css";
import type { ComponentProps, ReactNode } from "react";

/** What is picked or asked below a field. */
export function PickerBox(props: Omit<ComponentProps<"div">, "className">) {
  return <div {...props} className="sw-sources" />;
}

/** What it says in the place of a list, or of what it asks. */
export function PickerNote({ role, children }: { readonly role?: "status"; readonly children: ReactNode }) {
  return (
    <p role={role} className="sw-sources-note">
      {children}
    </p>
  );
}
