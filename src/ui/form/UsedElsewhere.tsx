import "./UsedElsewhere.css";
import { setField } from "../../editor/commands/fields/fields";
import { setForLacking, stepsInWords } from "../../editor/commands/fields/setForLacking";
import type { FieldItem } from "../../editor/form/item";
import { type Family, familyOf, lackingElsewhere, usedElsewhere } from "../../editor/form/usedElsewhere";
import type { Value } from "../../pipeline/definition/value";
import { printTemplate } from "../../pipeline/references/templateText";
import { focusFieldIn } from "../kit/focusField";
import { useInspectedStep } from "../kit/inspectedStep";
import { PlainButton } from "../kit/PlainButton";
import { useRun } from "../kit/useCommands";
import { useKeepGroup } from "../kit/useVisit";
import { useEditorObject, useEditorState } from "../kit/useWorkspace";

interface Props {
  readonly item: FieldItem;
  readonly value: Value | undefined;
}

/** Below a role, an image, a machine or a place in S3: what other steps have there, or the other steps that lack what stands here. */
export function UsedElsewhere({ item, value }: Props) {
  const readOnly = useEditorState((state) => state.readOnly);
  const family = item.path[0] === "Arguments" ? familyOf(item.name) : null;
  if (readOnly || family === null) return null;
  if (value === undefined || value === "") return <Offered item={item} family={family} />;
  return family === "location in S3" ? null : <ForOthers item={item} family={family} />;
}

/** As many as are read at a glance. */
const most = 3;

function Offered({ item, family }: { readonly item: FieldItem; readonly family: Family }) {
  const run = useRun();
  const { stepKey } = useInspectedStep();
  const keep = useKeepGroup(item);
  const definition = useEditorObject(({ document }) => document.definition);
  const used = usedElsewhere(definition, stepKey, family).slice(0, most);
  if (used.length === 0) return null;
  const take = (value: Value) => {
    keep();
    run(setField, { step: stepKey, path: item.path, value, label: item.label });
    focusFieldIn(item.printed);
  };
  return (
    <ul className="sw-used" aria-label={`Used elsewhere for ${item.label}`}>
      {used.map(({ value, steps }) => (
        <li key={printTemplate(value)}>
          <PlainButton look="inline" onClick={() => take(value)} title={printTemplate(value)}>
            <bdi>{printTemplate(value)}</bdi>
          </PlainButton>{" "}
          <span>{steps.length === 1 ? steps[0] : `${steps.length} steps`}</span>
        </li>
      ))}
    </ul>
  );
}

function ForOthers({ item, family }: { readonly item: FieldItem; readonly family: Family }) {
  const run = useRun();
  const { stepKey } = useInspectedStep();
  const definition = useEditorObject(({ document }) => document.definition);
  const models = useEditorObject((state) => state.models);
  const lacking = lackingElsewhere(definition, models, stepKey, family);
  if (lacking.length === 0) return null;
  const words = stepsInWords(lacking);
  return (
    <p className="sw-used">
      <PlainButton
        look="inline"
        aria-label={`Set ${item.label} for ${words}`}
        onClick={() => run(setForLacking, { step: stepKey, path: item.path, label: item.label })}
      >
        Set for {words}
      </PlainButton>
    </p>
  );
}
