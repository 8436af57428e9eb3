import Input from "@cloudscape-design/components/input";
import { useRef, useState } from "react";
import type { Writer } from "../../editor/form/writers";
import { printPath } from "../../pipeline/definition/path";
import { getIn, type Value } from "../../pipeline/definition/value";
import type { WireSource } from "../../pipeline/wiring/wire";
import { FieldBox } from "../kit/FieldBox";
import { useFieldIds } from "../kit/fieldIds";
import { useVisit } from "../kit/useVisit";
import { useEditor, useEditorObject, useEditorState } from "../kit/useWorkspace";
import { VisitKeys } from "../kit/VisitKeys";
import { ReferenceButton } from "./references/ReferenceButton";
import { SourcePicker } from "./references/SourcePicker";
import { useDropTarget } from "./references/useDropTarget";
import { Resolved } from "./resolved/Resolved";
import { aloneIn, expressionFor } from "./template/expressions";
import { TemplateEditor } from "./template/TemplateEditor";
import type { Insertion, TemplateHandle } from "./template/templateHandle";

interface Props {
  /** Where the text stands in the definition. */
  readonly at: readonly string[];
  readonly label: string;
  /** "" takes it away. */
  readonly write: Writer<Value>;
}

/** A text of the pipeline itself: typed, read at run time from a parameter or execution variable, or a template of both. */
export function NamedField({ at, label, write }: Props) {
  const editor = useEditor();
  const ids = useFieldIds();
  const readOnly = useEditorState((state) => state.readOnly);
  const value = useEditorObject((state): Value | undefined => getIn(state.document.definition, at));
  const name = `Set ${label.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase())}`;
  const visit = useVisit(name, write);
  const template = useRef<TemplateHandle>(null);
  const [picking, setPicking] = useState<{ readonly insertion: Insertion | null } | null>(null);
  const replace = (source: WireSource) => {
    const { document, models } = editor.store.getState();
    const context = { document, models, target: null };
    const made = expressionFor(context, source);
    if (made.ok) visit.put(aloneIn(context)(made.value));
    else editor.notice("warning", made.reason);
  };
  const drop = useDropTarget(replace);
  return (
    <FieldBox
      label={label}
      labelId={ids.label}
      controlId={ids.control}
      actions={
        <ReferenceButton
          item={{ label }}
          open={picking !== null}
          onToggle={() => setPicking(picking === null ? { insertion: template.current?.insertion() ?? null } : null)}
        />
      }
      data-path={printPath(at)}
      data-over={drop.over || undefined}
      {...drop.handlers}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) visit.commit();
      }}
    >
      <span className="sw-unseen" id={ids.path}>
        {printPath(at)}
      </span>
      <VisitKeys visit={visit}>
        <TemplateEditor
          value={value}
          label={label}
          target={null}
          ids={ids}
          readOnly={readOnly}
          takesText
          takesJson={false}
          handle={template}
          onChange={visit.set}
          onRemoved={(next, words) => {
            if (visit.put(next)) editor.announce(`${words} removed.`);
          }}
          onEnter={visit.commit}
          literal={(text, completion) => (
            <Input
              value={text}
              controlId={ids.control}
              ariaDescribedby={ids.path}
              readOnly={readOnly}
              autoComplete={false}
              spellcheck={false}
              nativeInputAttributes={completion.attributes}
              onChange={({ detail }) => visit.set(detail.value)}
            />
          )}
        />
      </VisitKeys>
      <Resolved step={null} value={value} />
      {picking !== null && (
        <PipelineSources
          label={label}
          insertion={picking.insertion}
          onSource={replace}
          onClose={() => setPicking(null)}
        />
      )}
    </FieldBox>
  );
}

interface SourcesProps {
  readonly label: string;
  readonly insertion: Insertion | null;
  readonly onSource: (source: WireSource) => void;
  readonly onClose: () => void;
}

function PipelineSources({ label, insertion, onSource, onClose }: SourcesProps) {
  const editor = useEditor();
  return (
    <SourcePicker
      label={label}
      target={null}
      onPickJson={null}
      onPick={(source) => {
        const { document, models } = editor.store.getState();
        const made = expressionFor({ document, models, target: null }, source);
        onClose();
        if (made.ok && insertion?.first === true) insertion.insert(made.value);
        else onSource(source);
      }}
      onClose={onClose}
    />
  );
}
