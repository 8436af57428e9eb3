import "./ParameterButton.css";
import Button from "@cloudscape-design/components/button";
import { makeParameter } from "../../editor/commands/fields/makeParameter";
import type { FieldItem } from "../../editor/form/item";
import { focusFieldIn } from "../kit/focusField";
import { useInspectedStep } from "../kit/inspectedStep";
import { useRun } from "../kit/useCommands";
import { useKeepGroup } from "../kit/useVisit";
import { useEditorState } from "../kit/useWorkspace";

/** Makes the literal of a field a parameter that it reads. */
export function ParameterButton({ item }: { readonly item: FieldItem }) {
  const run = useRun();
  const { stepKey } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const keep = useKeepGroup(item);
  const make = () => {
    keep();
    run(makeParameter, { step: stepKey, path: item.path, label: item.label });
    // The button goes away with the literal.
    requestAnimationFrame(() => focusFieldIn(item.printed));
  };
  return (
    <span className="sw-parameter-button" title="Make it a parameter">
      <Button
        variant="inline-icon"
        disabled={readOnly}
        ariaLabel={`Make ${item.label} a parameter`}
        iconSvg={
          <svg viewBox="0 0 16 16" focusable="false" aria-hidden="true">
            <path d="M5 2.5C2.5 2.5 3.5 8 1.5 8 3.5 8 2.5 13.5 5 13.5M11 2.5C13.5 2.5 12.5 8 14.5 8 12.5 8 13.5 13.5 11 13.5M8 5.8v4.4M5.8 8h4.4" />
          </svg>
        }
        onClick={make}
      />
    </span>
  );
}
