import "./SearchField.css";
import Input from "@cloudscape-design/components/input";
import type { ReactNode } from "react";

interface Props {
  /** "Find a field" */
  readonly label: string;
  /** Stays in sight above what it searches, in the panel on that side; in a heading it stands alone. */
  readonly look: "left" | "right" | "heading";
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onEnter?: () => void;
  /** What stands behind the box. */
  readonly children?: ReactNode;
}

/** A search box; Escape empties it. */
export function SearchField({ label, look, value, onChange, onEnter, children }: Props) {
  return (
    <div className={`sw-search is-${look}`}>
      <Input
        type="search"
        value={value}
        ariaLabel={label}
        placeholder={label}
        clearAriaLabel="Clear the search"
        autoComplete={false}
        onChange={({ detail }) => onChange(detail.value)}
        onKeyDown={(event) => {
          if (event.detail.key === "Enter") onEnter?.();
          if (event.detail.key !== "Escape" || value === "") return;
          event.stopPropagation();
          onChange("");
        }}
      />
      {children}
    </div>
  );
}
