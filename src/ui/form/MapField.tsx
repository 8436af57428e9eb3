import "./MapField.css";
import Button from "@cloudscape-design/components/button";
import Input from "@cloudscape-design/components/input";
import { memo, useRef, useState } from "react";
import { addEntry, removeField, renameKey } from "../../editor/commands/fields/fields";
import { isDone } from "../../editor/commands/perform";
import { plural } from "../../editor/form/draft";
import { entryNoun } from "../../editor/form/entryNoun";
import { type FieldItem, innerItem } from "../../editor/form/item";
import { keys, type Value } from "../../pipeline/definition/value";
import { FieldRefusal } from "../kit/FieldProblem";
import { focusFieldIn } from "../kit/focusField";
import { Group } from "../kit/Group";
import { useInspectedStep } from "../kit/inspectedStep";
import { useRun } from "../kit/useCommands";
import { useDraft } from "../kit/useDraft";
import { useKeepGroup } from "../kit/useVisit";
import { useEditorState } from "../kit/useWorkspace";
import { AddLink } from "./AddLink";
import { FieldProblems } from "./FieldFrame";
import { FieldSlot } from "./FieldSlot";
import { GroupHead } from "./GroupHead";
import { usePages } from "./usePages";

interface Props {
  readonly item: FieldItem;
  readonly value: Value | undefined;
}

/** A map whose keys the person names: hyperparameters, environment, a function's arguments. */
export function MapField({ item, value }: Props) {
  const present = keys(value);
  const noun = entryNoun(item);
  const pages = usePages(item, present.length, (key) => present.indexOf(String(key)));
  return (
    <Group label={item.label} path={item.printed}>
      <GroupHead item={item} count={present.length === 0 ? "" : plural(noun, present.length)} />
      <FieldProblems item={item} holdsBelow={false} />
      {present.slice(pages.from, pages.to).map((key) => (
        <EntryRow key={key} map={item} name={key} noun={noun} />
      ))}
      {pages.turn}
      <NewEntry map={item} noun={noun} taken={present} onAdded={pages.showLast} />
    </Group>
  );
}

const EntryRow = memo(function EntryRow({
  map,
  name,
  noun,
}: {
  readonly map: FieldItem;
  readonly name: string;
  readonly noun: string;
}) {
  const run = useRun();
  const { stepKey, source } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const item = innerItem(source, map, name);
  const { input } = useDraft(name, {
    take: (to) => void run(renameKey, { step: stepKey, map: map.path, from: name, to }),
  });
  return (
    <div className="sw-entry">
      <div className="sw-entry-key">
        <Input {...input} ariaLabel={`Name of ${name}`} readOnly={readOnly} />
        {!readOnly && (
          <Button
            variant="inline-icon"
            iconName="close"
            ariaLabel={`Remove ${noun} ${name}`}
            onClick={() => run(removeField, { step: stepKey, path: item.path, label: name })}
          />
        )}
      </div>
      <FieldSlot item={item} />
    </div>
  );
});

interface NewProps {
  readonly map: FieldItem;
  readonly noun: string;
  readonly taken: readonly string[];
  readonly onAdded: () => void;
}

/** A name is typed first; Enter makes the entry and goes on to its value. */
function NewEntry({ map, noun, taken, onAdded }: NewProps) {
  const run = useRun();
  const { stepKey, source } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const keep = useKeepGroup(map);
  const [name, setName] = useState<string | null>(null);
  const row = useRef<HTMLDivElement>(null);
  if (readOnly) return null;
  const isTaken = name !== null && taken.includes(name);
  const add = (goOn: boolean) => {
    if (name === null || name === "" || isTaken) return;
    keep();
    const item = innerItem(source, map, name);
    if (!isDone(run(addEntry, { step: stepKey, path: item.path, label: `${noun} ${name}` }))) return;
    setName(null);
    onAdded();
    if (goOn) focusFieldIn(item.printed);
  };
  if (name === null) {
    return <AddLink words={`Add ${noun}`} onAdd={() => setName("")} />;
  }
  return (
    <div className="sw-entry-new" ref={row}>
      <Input
        autoFocus
        value={name}
        ariaLabel={`Name of the new ${noun}`}
        placeholder="Name, then Enter"
        invalid={isTaken}
        autoComplete={false}
        spellcheck={false}
        onChange={({ detail }) => setName(detail.value)}
        onBlur={() => (name === "" ? setName(null) : add(false))}
        onKeyDown={(event) => {
          if (event.detail.key === "Enter") add(true);
          if (event.detail.key === "Escape") {
            event.stopPropagation();
            setName(null);
          }
        }}
      />
      <FieldRefusal why={isTaken ? `There is a ${name} already.` : null} />
    </div>
  );
}
