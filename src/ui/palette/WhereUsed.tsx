import "./WhereUsed.css";
import { useMemo } from "react";
import { type ParameterUse, parameterUses, saidUse } from "../../editor/session/parameterUses";
import { Breakable } from "../kit/Breakable";
import { useEditor, useEditorObject } from "../kit/useWorkspace";
import { ValueNote } from "./values";

/** The fields that read a parameter; a click goes there. */
export function WhereUsed({ name }: { readonly name: string }) {
  const definition = useEditorObject(({ document }) => document.definition);
  const uses = useMemo(() => parameterUses(definition, name), [definition, name]);
  const [only, ...others] = uses;
  if (only === undefined) return <ValueNote>Nothing reads it.</ValueNote>;
  if (others.length === 0) {
    return (
      <ValueNote>
        Read by <Use use={only} />.
      </ValueNote>
    );
  }
  return (
    <ValueNote>
      Read by {uses.length} fields:
      <ul className="sw-where-used">
        {uses.map((use) => (
          <li key={saidUse(use)}>
            <Use use={use} />
          </li>
        ))}
      </ul>
    </ValueNote>
  );
}

function Use({ use }: { readonly use: ParameterUse }) {
  const editor = useEditor();
  const go = () => {
    if (use.step === null) editor.clearSelection();
    else editor.reveal(use.step, use.field);
  };
  return (
    <button type="button" className="sw-where-used-field" onClick={go}>
      <Breakable text={saidUse(use)} />
    </button>
  );
}
