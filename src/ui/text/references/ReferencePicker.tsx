import "./ReferencePicker.css";
import { useState } from "react";
import { connect } from "../../../editor/commands/edges/connect";
import { readJsonFile, valueInS3 } from "../../../editor/commands/fields/readJsonFile";
import { isDone } from "../../../editor/commands/perform";
import type { FieldItem } from "../../../editor/form/item";
import type { Value } from "../../../pipeline/definition/value";
import type { WireSource } from "../../../pipeline/wiring/wire";
import { focusInside } from "../../kit/focusField";
import { useInspectedStep } from "../../kit/inspectedStep";
import { PlainButton } from "../../kit/PlainButton";
import { useRun } from "../../kit/useCommands";
import { useKeepGroup } from "../../kit/useVisit";
import { useEditor } from "../../kit/useWorkspace";
import { expressionFor } from "../template/expressions";
import type { Insertion } from "../template/templateHandle";
import { SourcePicker } from "./SourcePicker";

interface Props {
  readonly item: FieldItem;
  readonly onClose: () => void;
  /** Where a text field takes what is picked among its text; null where it is all of the field. */
  readonly insertion?: Insertion | null;
}

/** Everything that the field could read, to be searched and picked: outputs of steps, parameters, execution variables. */
export function ReferencePicker({ item, insertion = null, onClose }: Props) {
  const editor = useEditor();
  const run = useRun();
  const { stepKey } = useInspectedStep();
  const keep = useKeepGroup(item);
  const [inserts, setInserts] = useState(insertion?.first ?? false);
  const target = { step: stepKey, path: item.path };
  const insert = (expression: Value) => {
    onClose();
    insertion?.insert(expression);
  };
  const pick = (source: WireSource, jsonPath: string | undefined) => {
    if (!inserts) {
      keep();
      void run(connect, { source, target, memberSaid: true, ...(jsonPath === undefined ? {} : { jsonPath }) });
      return onClose();
    }
    const { document, models } = editor.store.getState();
    const made = expressionFor({ document, models, target }, source, jsonPath);
    if (made.ok) insert(made.value);
    else editor.announce(made.reason);
  };
  const pickJson = () => {
    if (inserts) return insert(valueInS3);
    keep();
    const done = run(readJsonFile, { ...target, label: item.label });
    onClose();
    if (isDone(done)) focusInside(item.printed);
  };
  return (
    <SourcePicker label={item.label} target={target} onPick={pick} onPickJson={pickJson} onClose={onClose}>
      {insertion !== null && (
        <p className="sw-sources-how">
          {inserts ? "Is put where the caret is in the text. " : "Takes the place of what stands there. "}
          <PlainButton look="inline" onClick={() => setInserts(!inserts)}>
            {inserts ? "Replace all of it" : "Put it into the text"}
          </PlainButton>
        </p>
      )}
    </SourcePicker>
  );
}
