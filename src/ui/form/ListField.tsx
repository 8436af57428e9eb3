import { memo, useContext, useMemo } from "react";
import { addElement } from "../../editor/commands/fields/fields";
import { isDone } from "../../editor/commands/perform";
import { arrange, itemsIn } from "../../editor/form/arrange";
import { draftElement, elementTitle, nounOf, plural } from "../../editor/form/draft";
import { type FieldItem, type FieldSource, innerItem } from "../../editor/form/item";
import { capital } from "../../editor/form/label";
import { isList, type Value } from "../../pipeline/definition/value";
import { focusFieldIn } from "../kit/focusField";
import { Group } from "../kit/Group";
import { entryOf, useFieldValue, useInspectedStep } from "../kit/inspectedStep";
import { useRun } from "../kit/useCommands";
import { useKeepGroup } from "../kit/useVisit";
import { useEditor, useEditorState } from "../kit/useWorkspace";
import { AddLink } from "./AddLink";
import { ElementFrame } from "./ElementFrame";
import { FieldProblems } from "./FieldFrame";
import { FieldGroup } from "./FieldGroup";
import { GroupHead } from "./GroupHead";
import { ItemButtons } from "./ItemButtons";
import { KeptGroupsContext } from "./KeptGroupsContext";
import { usePages } from "./usePages";
import { ValueRow } from "./ValueRow";

interface Props {
  readonly item: FieldItem;
  readonly value: Value | undefined;
}

/** A list: its elements, each by the name it gives itself, to be added, removed and moved. */
export function ListField({ item, value }: Props) {
  const { source } = useInspectedStep();
  const list = isList(value) ? value : [];
  const noun = nounOf(source, item);
  const pages = usePages(item, list.length, (index) => (typeof index === "number" ? index : -1));
  return (
    <Group label={item.label} path={item.printed}>
      <GroupHead item={item} count={list.length === 0 ? "" : shortCount(noun, list.length)} />
      <FieldProblems item={item} holdsBelow={false} />
      {list.slice(pages.from, pages.to).map((_, index) => (
        <Element
          // An element has no identity but its place: two may be equal.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={pages.from + index}
          list={item}
          index={pages.from + index}
          length={list.length}
          noun={noun}
        />
      ))}
      {pages.turn}
      <AddButton item={item} noun={noun} count={list.length} onAdded={pages.showLast} />
    </Group>
  );
}

/** "2 channels"; where that would be long, the heading says of what. */
function shortCount(noun: string, count: number): string {
  return noun.length > 14 ? String(count) : plural(noun, count);
}

interface AddProps {
  readonly item: FieldItem;
  readonly noun: string;
  readonly count: number;
  readonly onAdded: () => void;
}

function AddButton({ item, noun, count, onAdded }: AddProps) {
  const editor = useEditor();
  const run = useRun();
  const { stepKey, source } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const keep = useKeepGroup(item);
  const add = () => {
    const step = entryOf(editor.store.getState(), stepKey)?.step;
    if (step === undefined) return;
    keep();
    const element = draftElement(source, item, step);
    if (isDone(run(addElement, { step: stepKey, list: item.path, element, label: noun }))) {
      onAdded();
      focusFieldIn(innerItem(source, item, count).printed);
    }
  };
  return <AddLink words={`Add ${noun}`} disabled={readOnly} onAdd={add} />;
}

interface ElementProps {
  readonly list: FieldItem;
  readonly index: number;
  readonly length: number;
  readonly noun: string;
}

const Element = memo(function Element({ list, index, length, noun }: ElementProps) {
  const { source } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const item = innerItem(source, list, index);
  return item.shape.kind === "structure" ? (
    <StructureElement item={item} list={list} index={index} length={length} noun={noun} />
  ) : (
    <ValueRow
      item={item}
      count={readOnly ? 0 : buttonCount(index, length)}
      buttons={<ItemButtons list={list.path} index={index} count={length} title={`${noun} ${index + 1}`} />}
    />
  );
});

/** Up and down, where there is somewhere to go, and ×. */
function buttonCount(index: number, length: number): number {
  return (index > 0 ? 1 : 0) + (index < length - 1 ? 1 : 0) + 1;
}

function StructureElement({ item, list, index, length, noun }: ElementProps & { readonly item: FieldItem }) {
  const { source } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const keptGroups = useContext(KeptGroupsContext);
  const value = useFieldValue(item);
  const { shown, rest } = useMemo(
    () => (hasFewFields(item) ? allShown(source, item, value) : arrange(source, item.path, value, keptGroups)),
    [source, item, value, keptGroups],
  );
  const own = elementTitle(value);
  const title = own === null ? `${noun} ${index + 1}` : `${noun} ${own}`;
  return (
    <ElementFrame
      label={capital(title)}
      path={item.printed}
      title={
        <>
          {capital(noun)} {own === null ? index + 1 : <strong>{own}</strong>}
        </>
      }
      buttons={readOnly ? null : <ItemButtons list={list.path} index={index} count={length} title={title} />}
    >
      <FieldGroup fields={shown} rest={rest} depth={item.path.length} moreSaid={`of ${title}`} />
    </ElementFrame>
  );
}

/** What stands beside `Arguments` (a retry policy) has a handful of fields: none is folded away. */
function hasFewFields(item: FieldItem): boolean {
  return item.path[0] !== "Arguments";
}

function allShown(source: FieldSource, item: FieldItem, value: Value | undefined) {
  return { shown: itemsIn(source, item.path, value), rest: [] };
}
