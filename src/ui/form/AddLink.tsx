import "./AddLink.css";
import Button from "@cloudscape-design/components/button";

interface Props {
  /** "Add value" */
  readonly words: string;
  /** What is heard where that says more: "Add value of condition 1". */
  readonly label?: string;
  readonly disabled?: boolean;
  readonly onAdd: () => void;
}

/** The last line of a list: one more. */
export function AddLink({ words, label, disabled = false, onAdd }: Props) {
  return (
    <div className="sw-group-foot">
      <Button variant="inline-link" iconName="add-plus" disabled={disabled} ariaLabel={label} onClick={onAdd}>
        {words}
      </Button>
    </div>
  );
}
