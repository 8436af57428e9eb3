import { useMemo } from "react";
import { type ParameterUse, parameterUses, saidUse } from "../../editor/session/parameterUses";
import { Breakable } from "../kit/Breakable";
import { useEditor, useEditorObject } from "../kit/useWorkspace";

/** The fields that read a parameter; a click goes there. */
export function WhereUsed({ name }: { readonly name: string }) {
  const definition = useEditorObject(({ document }) => document.definition);
  const uses = useMemo(() => parameterUses(definition, name), [definition, name]);
  const [only, ...others] = uses;
  if (only === undefined) return <p className="sw-left-values-none">Nothing reads it.</p>;
  if (others.length === 0) {
    return (
      <p className="sw-left-values-none">
        Read by <Use use={only} />.
      </p>
    );
  }
  return (
    <div className="sw-left-values-none">
      Read by {uses.length} fields:
      <ul className="sw-where-used">
        {uses.map((use) => (
          <li key={saidUse(use)}>
            <Use use={use} />
          </li>
        ))}
      </ul>
    </div>
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
