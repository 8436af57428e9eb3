import Button from "@cloudscape-design/components/button";
import { useCallback } from "react";
import { waitFor } from "../../../editor/commands/edges/order";
import { addCleanupSource, removeCleanupSource } from "../../../editor/commands/fields/cleanup";
import { addElement } from "../../../editor/commands/fields/fields";
import { isDone } from "../../../editor/commands/perform";
import { type FieldItem, listItem, valueItem } from "../../../editor/form/item";
import type { PipelineDocument } from "../../../pipeline/definition/document";
import { printPath } from "../../../pipeline/definition/path";
import { isList } from "../../../pipeline/definition/value";
import { analysisOf, stepAt } from "../../../pipeline/graph/stepTree";
import { cleanupSources } from "../../../pipeline/steps/cleanupSources";
import { judgeOrder } from "../../../pipeline/wiring/judge";
import { focusFieldIn } from "../../kit/focusField";
import { Group } from "../../kit/Group";
import { entryOf, useFieldValue, useInspectedStep, useStep } from "../../kit/inspectedStep";
import { TriggerSelect } from "../../kit/TriggerSelect";
import { useRun } from "../../kit/useCommands";
import { useEditorState } from "../../kit/useWorkspace";
import { AddLink } from "../AddLink";
import { ElementFrame } from "../ElementFrame";
import { FieldProblems } from "../FieldFrame";
import { GroupHead } from "../GroupHead";
import { JsonOnly } from "../JsonOnly";
import { StepSelect } from "../StepSelect";
import { ValueList } from "../ValueList";
import { WaitRow } from "../WaitRow";

/** The steps whose outputs are deleted, by their names, each with the outcome that it is waited for. */
export function SourcesField({ item }: { readonly item: FieldItem }) {
  const { stepKey } = useInspectedStep();
  const value = useFieldValue(item);
  const names = cleanupSources(useStep(stepKey));
  if (value !== undefined && !isList(value)) return <JsonOnly item={item} />;
  return (
    <Group label={item.label} path={item.printed}>
      <GroupHead item={item} />
      <FieldProblems item={item} holdsBelow={false} />
      {names.map((name, index) => (
        // Two sources may name one step.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Source key={index} list={item} index={index} name={name} />
      ))}
      <AddSource names={names} />
    </Group>
  );
}

interface SourceProps {
  readonly list: FieldItem;
  readonly index: number;
  readonly name: string;
}

function Source({ list, index, name }: SourceProps) {
  const run = useRun();
  const { stepKey, source } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const path = [...list.path, index];
  const item = valueItem(source, path, `Source ${name}`);
  const trigger = useEditorState((state) => {
    const entry = entryOf(state, stepKey);
    return entry && analysisOf(entry).dependsOn.find(({ step }) => step === name)?.trigger;
  });
  const remove = () => {
    run(removeCleanupSource, { step: stepKey, source: name, index });
  };
  return (
    <ElementFrame label={`Source ${name}`} path={printPath(path)}>
      <WaitRow step={name === "" ? "A source without a step" : name}>
        {trigger === undefined ? (
          <Button
            variant="inline-link"
            disabled={readOnly || name === ""}
            onClick={() => void run(waitFor, { from: name, to: stepKey })}
          >
            Wait for it
          </Button>
        ) : (
          <TriggerSelect from={name} to={stepKey} trigger={trigger} />
        )}
        <Button
          variant="inline-icon"
          iconName="close"
          disabled={readOnly}
          ariaLabel={`Remove source ${name}`}
          onClick={remove}
        />
      </WaitRow>
      <FieldProblems item={item} holdsBelow />
      <Objects source={item} name={name} />
    </ElementFrame>
  );
}

/** The objects of a source, where it names any: Processing and Transform do, the service finds the outputs of the others. */
function Objects({ source, name }: { readonly source: FieldItem; readonly name: string }) {
  const run = useRun();
  const { stepKey, source: fields } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const item = listItem(fields, [...source.path, "S3Uris"], `Objects of ${name}`, "Objects");
  const objects = useFieldValue(item);
  if (objects !== undefined && !isList(objects)) return <JsonOnly item={item} />;
  if (objects !== undefined) {
    return (
      <div data-path={item.printed}>
        <FieldProblems item={item} holdsBelow={false} />
        <ValueList list={item.path} noun="object" of={` of ${name}`} />
      </div>
    );
  }
  if (readOnly) return null;
  const add = () => {
    const object = { step: stepKey, list: item.path, element: "", label: `object of ${name}` };
    if (isDone(run(addElement, object))) focusFieldIn(`${item.printed}[0]`);
  };
  return <AddLink words="Only some objects" label={`Name objects of ${name}`} onAdd={add} />;
}

function AddSource({ names }: { readonly names: readonly string[] }) {
  const run = useRun();
  const { stepKey } = useInspectedStep();
  const whyNot = useCallback(
    (document: PipelineDocument, source: string) => {
      // A step that it waits for already is as good a source as any.
      const waits = analysisOf(stepAt(document.definition, stepKey)).dependsOn.some(({ step }) => step === source);
      const verdict = waits ? { ok: true as const } : judgeOrder(document, source, stepKey);
      return verdict.ok ? null : verdict.reason;
    },
    [stepKey],
  );
  return (
    <StepSelect
      label="Clean up after a step"
      present={names}
      whyNot={whyNot}
      types
      onPick={(source) => run(addCleanupSource, { step: stepKey, source })}
    />
  );
}
