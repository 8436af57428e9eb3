import "./MoreFields.css";
import { showPort } from "../../../editor/commands/fields/pins";
import { useKit } from "../kit";

/** "+ 34 fields": the fields that could be ports, one click away. */
export function MoreFields(props: {
  readonly step: string;
  readonly name: string;
  readonly count: number;
  readonly top: number;
}) {
  const { runAt, view } = useKit();
  const words = `+ ${props.count} ${props.count === 1 ? "field" : "fields"}`;
  return (
    <button
      type="button"
      className="sw-card-more nodrag"
      style={{ top: props.top }}
      aria-label={`${words} of ${props.name}`}
      tabIndex={-1}
      data-port="more:"
      onClick={(event) => {
        event.stopPropagation();
        const box = event.currentTarget.getBoundingClientRect();
        const at = view.toCanvas({ x: box.left, y: box.bottom });
        void runAt(at)(showPort, { step: props.step });
      }}
    >
      {words}
    </button>
  );
}
