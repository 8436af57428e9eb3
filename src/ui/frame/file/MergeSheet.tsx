import "./MergeSheet.css";
import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import type { FileSession } from "../../../editor/files/fileState";
import type { Conflict, Side } from "../../../pipeline/compare/mergeDefinitions";
import { serialise } from "../../../pipeline/definition/serialise";
import type { Value } from "../../../pipeline/definition/value";
import { SheetDialog } from "../SheetDialog";

interface Props {
  readonly file: FileSession;
  readonly name: string;
  readonly conflicts: readonly Conflict[];
  readonly onClose: () => void;
}

/** What both sides changed, place by place, each with both values to choose of. All else is merged by itself. */
export function MergeSheet({ file, name, conflicts, onClose }: Props) {
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map());
  const choose = (ids: readonly string[], side: Side) =>
    setChoices(new Map([...choices, ...ids.map((id) => [id, side] as const)]));
  const ids = conflicts.map(({ id }) => id);
  const left = ids.filter((id) => !choices.has(id)).length;
  return (
    <SheetDialog label={`What stays in ${name}`} onClose={onClose}>
      <div className="sw-merge">
        <h2>What stays in {name}?</h2>
        <p>
          It was changed outside while you edited it. What only one of you changed is merged by itself; choose the rest.
        </p>
        <ul>
          {conflicts.map((conflict) => (
            <Place
              key={conflict.id}
              conflict={conflict}
              chosen={choices.get(conflict.id)}
              onChoose={(side) => choose([conflict.id], side)}
            />
          ))}
        </ul>
        <div className="sw-merge-end">
          <Button variant="inline-link" onClick={() => choose(ids, "ours")}>
            All yours
          </Button>
          <Button variant="inline-link" onClick={() => choose(ids, "theirs")}>
            All the file's
          </Button>
          <span className="sw-merge-left">{left === 0 ? "" : left === 1 ? "One to choose" : `${left} to choose`}</span>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={left > 0}
            onClick={() => {
              onClose();
              file.settle(choices);
            }}
          >
            Merge
          </Button>
        </div>
      </div>
    </SheetDialog>
  );
}

interface PlaceProps {
  readonly conflict: Conflict;
  readonly chosen: Side | undefined;
  readonly onChoose: (side: Side) => void;
}

function Place({ conflict, chosen, onChoose }: PlaceProps) {
  const { id, step, field, base, ours, theirs } = conflict;
  const sides = [
    { side: "ours", called: "Yours", value: ours },
    { side: "theirs", called: "The file's", value: theirs },
  ] as const;
  return (
    <li>
      <fieldset>
        <legend>
          <strong>{step ?? "Pipeline"}</strong> {field === "" ? "" : <code>{field}</code>}
        </legend>
        <div className="sw-merge-base">
          Before: <code>{said(base)}</code>
        </div>
        {sides.map(({ side, called, value }) => (
          <label key={side} className={`sw-merge-side ${chosen === side ? "is-chosen" : ""}`}>
            <input type="radio" name={id} checked={chosen === side} onChange={() => onChoose(side)} />
            <span>{called}</span>
            <code>{said(value)}</code>
          </label>
        ))}
      </fieldset>
    </li>
  );
}

const longest = 400;

function said(value: Value | undefined): string {
  if (value === undefined) return "nothing, it is not there";
  const text = serialise(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
