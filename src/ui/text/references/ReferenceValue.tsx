import type { FieldItem } from "../../../editor/form/item";
import type { Value } from "../../../pipeline/definition/value";
import { emptyItem } from "../../kit/editField";
import type { FieldIds } from "../../kit/fieldIds";
import { useInspectedStep } from "../../kit/inspectedStep";
import { useKeepPlace } from "../../kit/useVisit";
import { useEditor } from "../../kit/useWorkspace";
import { chipParts, type Part, partsInWords } from "./chipParts";

interface Props {
  readonly item: FieldItem;
  readonly value: Value;
  readonly ids: FieldIds;
}

/** A value that is read at run time: chips for what is read, text for what is written between; × takes it out. */
export function ReferenceValue({ item, value, ids }: Props) {
  const editor = useEditor();
  const { stepKey, source } = useInspectedStep();
  const keep = useKeepPlace(item);
  const parts = chipParts(value) ?? [];
  const remove = () => {
    keep();
    const done = editor.edit(`Take the reference out of ${item.label} of ${stepKey}`, emptyItem(stepKey, source, item));
    if (done.ok) requestAnimationFrame(() => document.getElementById(ids.control)?.focus());
  };
  // A Join or JsonGet is one value: its last chip carries the × for all of it.
  const last = parts.findLastIndex(({ kind }) => kind === "chip");
  return (
    <div
      className="sw-reference"
      role="group"
      id={ids.control}
      tabIndex={-1}
      aria-labelledby={ids.label}
      aria-describedby={ids.path}
    >
      {parts.map((part, index) => (
        <PartView
          // Parts have no identity but their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={index}
          part={part}
          stepKey={stepKey}
          onRemove={index === last ? remove : undefined}
          said={partsInWords(parts)}
          label={item.label}
        />
      ))}
      {last < 0 && <RemoveButton label={`Remove the reference from ${item.label}`} onClick={remove} />}
    </div>
  );
}

interface PartProps {
  readonly part: Part;
  readonly stepKey: string;
  readonly onRemove: (() => void) | undefined;
  readonly said: string;
  readonly label: string;
}

function PartView({ part, stepKey, onRemove, said, label }: PartProps) {
  const editor = useEditor();
  if (part.kind === "text") return <span className="sw-reference-text">{part.text}</span>;
  const { step } = part;
  const light = (on: boolean) => step !== null && editor.hoverEdge(on ? { from: step, to: stepKey } : null);
  return (
    <span
      className="sw-chip"
      title={part.written}
      onPointerEnter={() => light(true)}
      onPointerLeave={() => light(false)}
    >
      <strong>{part.lead}</strong> {part.name}
      {onRemove !== undefined && <RemoveButton label={`Remove ${said} from ${label}`} onClick={onRemove} />}
    </span>
  );
}

function RemoveButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <button type="button" className="sw-chip-remove" aria-label={label} onClick={onClick}>
      ×
    </button>
  );
}
