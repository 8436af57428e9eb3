import "./ReferenceBox.css";
import type { ComponentProps } from "react";
import type { FieldIds } from "../../kit/fieldIds";

interface Props extends Omit<ComponentProps<"div">, "className" | "id"> {
  readonly ids: FieldIds;
  /** True where text is typed between the chips. */
  readonly typed?: boolean;
}

/** The box of a value that is read at run time: chips, and what is written between them. */
export function ReferenceBox({ ids, typed = false, ...props }: Props) {
  return (
    <div
      {...props}
      className={typed ? "sw-reference is-typed" : "sw-reference"}
      role="group"
      id={ids.control}
      tabIndex={-1}
      aria-labelledby={ids.label}
      aria-describedby={ids.path}
    />
  );
}
