import "./ParameterForm.css";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import Textarea from "@cloudscape-design/components/textarea";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { addParameter, changeParameter, deleteParameter } from "../../editor/commands/parameters/parameters";
import { isDone } from "../../editor/commands/perform";
import { draftOf, faultsOf, newDraft, type ParameterDraft } from "../../editor/form/parameterDraft";
import type { EditorState } from "../../editor/session/editorState";
import { listParameters, type Parameter, parameterTypes } from "../../pipeline/definition/parameters";
import { useRun } from "../kit/useCommands";
import { useSelectedText } from "../kit/useSelectedText";
import { useEditor, useEditorState } from "../kit/useWorkspace";
import { WhereUsed } from "./WhereUsed";

interface Props {
  /** Null for a new one. */
  readonly parameter: Parameter | null;
  readonly onClose: () => void;
}

const noDefault = { value: "", label: "None: given at each start" };
const truths = [noDefault, { value: "true" }, { value: "false" }];
const types = parameterTypes.map((value) => ({ value }));

/** One parameter to be changed, or a new one: Enter or the button makes it one edit, Escape leaves it. */
export function ParameterForm({ parameter, onClose }: Props) {
  const editor = useEditor();
  const run = useRun();
  const input = useSelectedText();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const [draft, setDraft] = useState<ParameterDraft>(() =>
    parameter === null ? newDraft(editor.store.getState().document) : draftOf(parameter),
  );
  const taken = useEditorState((state) => takenNames(state, parameter));
  const faults = faultsOf(draft, taken);
  const isFaulty = faults.name !== null || faults.defaultText !== null || faults.enumText !== null;
  const change = (part: Partial<ParameterDraft>) => setDraft((before) => ({ ...before, ...part }));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isFaulty) return;
    const done = parameter === null ? run(addParameter, { draft }) : run(changeParameter, { parameter, draft });
    if (isDone(done)) onClose();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.stopPropagation();
    onClose();
  };
  return (
    <form
      ref={form}
      className="sw-parameter-form"
      aria-label={parameter === null ? "New parameter" : `Parameter ${parameter.name}`}
      onSubmit={submit}
      onKeyDown={press}
    >
      <FormField label="Name" errorText={faults.name} stretch>
        <Input value={draft.name} ref={input} onChange={({ detail }) => change({ name: detail.value })} />
      </FormField>
      <FormField label="Type" stretch>
        <Select
          options={types}
          selectedOption={{ value: draft.type }}
          onChange={({ detail }) => {
            const type = parameterTypes.find((known) => known === detail.selectedOption.value);
            if (type !== undefined) change({ type });
          }}
        />
      </FormField>
      <FormField label="Default" errorText={faults.defaultText} stretch>
        {draft.type === "Boolean" ? (
          <Select
            options={truths}
            selectedOption={truths.find(({ value }) => value === draft.defaultText) ?? noDefault}
            onChange={({ detail }) => change({ defaultText: detail.selectedOption.value ?? "" })}
          />
        ) : (
          <Input
            value={draft.defaultText}
            placeholder="None: given at each start"
            inputMode={draft.type === "String" ? "text" : draft.type === "Integer" ? "numeric" : "decimal"}
            onChange={({ detail }) => change({ defaultText: detail.value })}
          />
        )}
      </FormField>
      {draft.type !== "Boolean" && (
        <FormField label="Allowed values" description="One a line; empty for any." errorText={faults.enumText} stretch>
          <Textarea
            value={draft.enumText}
            rows={Math.min(6, Math.max(1, draft.enumText.split("\n").length))}
            onChange={({ detail }) => change({ enumText: detail.value })}
          />
        </FormField>
      )}
      {parameter !== null && <WhereUsed name={parameter.name} />}
      <div className="sw-parameter-buttons">
        <Button variant="primary" formAction="submit" disabled={isFaulty}>
          {parameter === null ? "Add" : "Save"}
        </Button>
        <Button formAction="none" variant="link" onClick={onClose}>
          Cancel
        </Button>
        {parameter !== null && (
          <Button
            formAction="none"
            variant="icon"
            iconName="remove"
            ariaLabel={`Delete the parameter ${parameter.name}`}
            onClick={() => {
              run(deleteParameter, { name: parameter.name });
              onClose();
            }}
          />
        )}
      </div>
    </form>
  );
}

function takenNames({ document }: EditorState, parameter: Parameter | null): ReadonlySet<string> {
  const others = listParameters(document.definition).filter(({ name }) => name !== parameter?.name);
  return new Set(others.map(({ name }) => name));
}
