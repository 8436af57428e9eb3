import "./SearchField.css";
import Input from "@cloudscape-design/components/input";

interface Props {
  /** "Find a field" */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A search that stays in sight above what it searches; Escape empties it. */
export function SearchField({ label, value, onChange }: Props) {
  return (
    <div className="sw-find-field">
      <Input
        type="search"
        value={value}
        ariaLabel={label}
        placeholder={label}
        clearAriaLabel="Clear the search"
        autoComplete={false}
        onChange={({ detail }) => onChange(detail.value)}
        onKeyDown={(event) => {
          if (event.detail.key !== "Escape" || value === "") return;
          event.stopPropagation();
          onChange("");
        }}
      />
    </div>
  );
}
