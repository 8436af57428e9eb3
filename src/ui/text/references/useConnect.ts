import { useCallback } from "react";
import type { FieldItem } from "../../../editor/form/item";
import { connect } from "../../../pipeline/edits/connect";
import { iterationChoices, judgeWire } from "../../../pipeline/wiring/judge";
import { sourceLabel } from "../../../pipeline/wiring/kinds";
import type { WireSource } from "../../../pipeline/wiring/wire";
import { useInspectedStep } from "../../kit/inspectedStep";
import { useKeepPlace } from "../../kit/useVisit";
import { useEditor } from "../../kit/useWorkspace";

/** Writes a reference into a field; says what it replaced, or why it cannot. True where it is done. */
export function useConnect(item: FieldItem): (source: WireSource, jsonPath?: string) => boolean {
  const editor = useEditor();
  const { stepKey } = useInspectedStep();
  const keep = useKeepPlace(item);
  return useCallback(
    (source, jsonPath) => {
      const { document, models } = editor.store.getState();
      const target = { step: stepKey, path: item.path };
      const verdict = judgeWire(document, models, source, target);
      if (!verdict.ok) {
        editor.notice("warning", verdict.reason);
        editor.announce(verdict.reason);
        return false;
      }
      const chosen =
        verdict.how === "iteration" ? (iterationChoices(document, source, target)[0]?.source ?? source) : source;
      keep();
      const label = `Connect ${sourceLabel(source)} to ${item.label} of ${stepKey}`;
      const outcome = editor.edit(label, connect(chosen, target, models, jsonPath));
      if (!outcome.ok) return false;
      const instead = verdict.replaces === null ? "" : ` in place of ${verdict.replaces}`;
      editor.announce(`${item.label} of ${stepKey} reads ${sourceLabel(source)}${instead}.`);
      return true;
    },
    [editor, stepKey, item, keep],
  );
}
