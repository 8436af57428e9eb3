import { loadPart } from "../../editor/session/loadPart";
import "./Parameters.css";
import { lazy, memo, Suspense, useState } from "react";
import { listParameters, type Parameter } from "../../pipeline/definition/parameters";
import { draggedAs } from "../kit/draggedValue";
import { PlainButton } from "../kit/PlainButton";
import { SmallTitle } from "../kit/SmallTitle";
import { useEditor, useEditorState } from "../kit/useWorkspace";
import { ValueList, ValueNote, ValueWords, valueRow } from "./values";

const ParameterForm = lazy(async () => ({ default: (await loadPart(() => import("./ParameterForm"))).ParameterForm }));

/** Which form is open: one parameter's, that of a new one, or none. */
type Open = { readonly name: string } | "new" | null;

/** The pipeline's parameters: each can be dragged onto a field, and opened to be changed. */
export function Parameters() {
  const parameters = useEditorState((state) => listParameters(state.document.definition));
  const readOnly = useEditorState((state) => state.readOnly);
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const form = (parameter: Parameter | null) => (
    <Suspense fallback={null}>
      <ParameterForm key={parameter?.name ?? ""} parameter={parameter} onClose={close} />
    </Suspense>
  );
  return (
    <div role="group" aria-label="Parameters">
      <div className="sw-left-values-head">
        <SmallTitle>Parameters</SmallTitle>
        <PlainButton
          look="icon"
          aria-label="Add a parameter"
          title="Add a parameter"
          disabled={readOnly}
          onClick={() => setOpen("new")}
        >
          +
        </PlainButton>
      </div>
      {parameters.length === 0 && open !== "new" && (
        <ValueNote>Values to give at each start. Add one, then drag it onto a field.</ValueNote>
      )}
      <ValueList>
        {parameters.map((parameter) => {
          const isOpen = open !== null && open !== "new" && open.name === parameter.name;
          return (
            <li key={parameter.index}>
              <Row
                parameter={parameter}
                open={isOpen}
                onToggle={() => setOpen(isOpen ? null : { name: parameter.name })}
              />
              {isOpen && form(parameter)}
            </li>
          );
        })}
      </ValueList>
      {open === "new" && form(null)}
    </div>
  );
}

interface RowProps {
  readonly parameter: Parameter;
  readonly open: boolean;
  readonly onToggle: () => void;
}

const Row = memo(function Row({ parameter, open, onToggle }: RowProps) {
  const editor = useEditor();
  const { name, type } = parameter;
  return (
    <button
      type="button"
      className={valueRow}
      {...draggedAs(editor, { kind: "parameter", name })}
      aria-label={`Parameter ${name}, ${type}`}
      aria-expanded={open}
      title={`${name}: drag it onto a field, or click to change it`}
      onClick={onToggle}
    >
      {/* The button's name says the kind; as text it would stand beside the name and not in it. */}
      <ValueWords name={name} kind={type} isRead={false} />
    </button>
  );
});
