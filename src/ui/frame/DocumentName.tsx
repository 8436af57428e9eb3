import "./DocumentName.css";
import Input from "@cloudscape-design/components/input";
import { useEffect, useId, useState } from "react";
import { renamePipeline } from "../../editor/commands/pipeline/settings";
import { whyNotPipelineName } from "../../pipeline/definition/pipelineName";
import { useRun } from "../kit/useCommands";
import { useDraft } from "../kit/useDraft";
import { useSelectedText } from "../kit/useSelectedText";
import { useEditorState } from "../kit/useWorkspace";

/** The pipeline's name: a click, Enter or F2 makes it a field; Enter or leaving it renames, Escape leaves it as it was. */
export function DocumentName() {
  const name = useEditorState((state) => state.document.name);
  const readOnly = useEditorState((state) => state.readOnly);
  const [editing, setEditing] = useState(false);
  useEffect(() => {
    document.title = `${name} · Stepwire`;
    return () => {
      document.title = "Stepwire";
    };
  }, [name]);
  if (editing) return <NameField name={name} onEnd={() => setEditing(false)} />;
  return (
    <button
      type="button"
      className="sw-top-name"
      disabled={readOnly}
      title={`${name} – click to rename`}
      onClick={() => setEditing(true)}
      onKeyDown={(event) => {
        if (event.key === "F2") setEditing(true);
      }}
    >
      {name}
    </button>
  );
}

function NameField({ name, onEnd }: { readonly name: string; readonly onEnd: () => void }) {
  const run = useRun();
  const id = useId();
  const box = useSelectedText();
  const { why, input } = useDraft(name, {
    whyNot: whyNotPipelineName,
    take: (to) => void run(renamePipeline, { to }),
    end: onEnd,
  });
  return (
    <span className="sw-top-name-field">
      <Input {...input} ref={box} ariaLabel="Name of the pipeline" ariaDescribedby={id} />
      <span id={id} role="alert" className="sw-top-name-why" hidden={why === null}>
        {why}
      </span>
    </span>
  );
}
