import Input from "@cloudscape-design/components/input";
import { printPath } from "../../pipeline/definition/path";
import { getIn, type Value } from "../../pipeline/definition/value";
import type { Recipe } from "../../pipeline/edits/edit";
import { useEditor, useEditorState } from "../kit/useEditor";
import { VisitKeys } from "./controls/VisitKeys";
import { useFieldIds } from "./fieldIds";
import { scalarText } from "./fields/numberText";
import { chipParts, partsInWords } from "./references/chipParts";
import { useVisit } from "./useVisit";

interface Props {
  /** Where the text stands in the definition. */
  readonly at: readonly string[];
  readonly label: string;
  /** "" takes it away. */
  readonly set: (text: string) => Recipe;
}

/** A text of the pipeline itself: a name that is typed, or an expression that stands there, which can be taken out. */
export function NamedField({ at, label, set }: Props) {
  const editor = useEditor();
  const ids = useFieldIds();
  const readOnly = useEditorState((state) => state.readOnly);
  const value = useEditorState((state): Value | undefined => getIn(state.document.definition, at), Object.is);
  const name = `Set ${label.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase())}`;
  const visit = useVisit(name);
  const parts = chipParts(value);
  return (
    <div className="sw-field">
      <div className="sw-field-head">
        <label htmlFor={ids.control} id={ids.label}>
          {label}
        </label>
      </div>
      <span className="sw-unseen" id={ids.path}>
        {printPath(at)}
      </span>
      {parts === null ? (
        <VisitKeys visit={visit}>
          <Input
            value={scalarText(value) ?? ""}
            controlId={ids.control}
            ariaDescribedby={ids.path}
            readOnly={readOnly}
            autoComplete={false}
            spellcheck={false}
            onChange={({ detail }) => visit.change(set(detail.value))}
            onBlur={visit.commit}
          />
        </VisitKeys>
      ) : (
        <div className="sw-reference" role="group" id={ids.control} aria-labelledby={ids.label}>
          <span className="sw-chip">
            {partsInWords(parts)}
            <button
              type="button"
              className="sw-chip-remove"
              disabled={readOnly}
              aria-label={`Remove ${partsInWords(parts)} from ${label}`}
              onClick={() => editor.edit(name, set(""))}
            >
              ×
            </button>
          </span>
        </div>
      )}
    </div>
  );
}
