import "./ReferencePicker.css";
import { useMemo, useState } from "react";
import type { FieldItem } from "../../../editor/form/item";
import type { Value } from "../../../pipeline/definition/value";
import type { WireSource } from "../../../pipeline/wiring/wire";
import { setItem } from "../../kit/editField";
import { focusInside } from "../../kit/focusField";
import { useInspectedStep } from "../../kit/inspectedStep";
import { PlainButton } from "../../kit/PlainButton";
import { useKeepPlace } from "../../kit/useVisit";
import { useEditor } from "../../kit/useWorkspace";
import { expressionFor, valueInS3 } from "../template/expressions";
import type { Insertion } from "../template/templateHandle";
import { type Place, sourceFinder } from "./offered";
import { SourcePicker } from "./SourcePicker";
import { useConnect } from "./useConnect";

interface Props {
  readonly item: FieldItem;
  readonly onClose: () => void;
  /** Where a text field takes what is picked among its text; null where it is all of the field. */
  readonly insertion?: Insertion | null;
}

/** Everything that the field could read, to be searched and picked: outputs of steps, parameters, execution variables. */
export function ReferencePicker({ item, insertion = null, onClose }: Props) {
  const editor = useEditor();
  const { stepKey, source: fields } = useInspectedStep();
  const connect = useConnect(item);
  const keep = useKeepPlace(item);
  const [inserts, setInserts] = useState(insertion?.first ?? false);
  const place = (): Place => {
    const { document, models } = editor.store.getState();
    return { document, models, target: { step: stepKey, path: item.path } };
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the list opens
  const find = useMemo(() => sourceFinder(place()), []);
  const insert = (expression: Value) => {
    onClose();
    insertion?.insert(expression);
  };
  const pick = (source: WireSource, jsonPath: string | undefined) => {
    if (!inserts) {
      if (connect(source, jsonPath)) onClose();
      return;
    }
    const made = expressionFor(place(), source, jsonPath);
    if (made.ok) insert(made.value);
    else editor.announce(made.reason);
  };
  const pickJson = () => {
    if (inserts) return insert(valueInS3);
    keep();
    const done = editor.edit(
      `Read a JSON file into ${item.label} of ${stepKey}`,
      setItem(stepKey, fields, item, valueInS3),
    );
    onClose();
    if (done.ok) focusInside(item.printed);
  };
  return (
    <SourcePicker label={item.label} find={find} onPick={pick} onPickJson={pickJson} onClose={onClose}>
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
