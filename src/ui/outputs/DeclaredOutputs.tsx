import "./DeclaredOutputs.css";
import Button from "@cloudscape-design/components/button";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { type FocusEvent, memo, useRef, useState } from "react";
import { declareOutput, removeOutput, renameOutput, setOutputType } from "../../editor/commands/outputs/outputs";
import { isDone } from "../../editor/commands/perform";
import { problemsOfStep } from "../../editor/session/selectors";
import { type ParameterType, parameterTypes } from "../../pipeline/definition/parameters";
import { get, isList, text } from "../../pipeline/definition/value";
import { ProblemList } from "../kit/FieldProblem";
import { Group } from "../kit/Group";
import { entryOf, useInspectedStep } from "../kit/inspectedStep";
import { Hint } from "../kit/paragraphs";
import { useRun } from "../kit/useCommands";
import { useDraft } from "../kit/useDraft";
import { useEditorState } from "../kit/useWorkspace";
import { OutputItem, OutputList } from "./OutputList";
import { ReadBy } from "./ReadBy";

const typeOptions = parameterTypes.map((type) => ({ value: type, label: type }));

function typeNamed(value: string | undefined): ParameterType | null {
  return parameterTypes.find((type) => type === value) ?? null;
}

/** The outputs that a Lambda or Callback step declares: the keys of what it returns. */
export function DeclaredOutputs() {
  const { stepKey } = useInspectedStep();
  const list = useEditorState((state) => {
    const outputs = get(entryOf(state, stepKey)?.step, "OutputParameters");
    return isList(outputs) ? outputs : [];
  });
  const problems = useEditorState((state) =>
    problemsOfStep(state, stepKey).filter(({ at }) => at[0] === "OutputParameters"),
  );
  return (
    <Group label="Declared outputs" path="OutputParameters">
      <Hint>The keys of what the function returns. Each becomes a port that other steps can read.</Hint>
      <ProblemList problems={problems} />
      <OutputList aria-label="Outputs">
        {list.map((output, index) => (
          <DeclaredOutput
            // By place: a row that is renamed stays the same row.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={index}
            name={text(get(output, "OutputName")) ?? ""}
            type={text(get(output, "OutputType")) ?? "String"}
          />
        ))}
      </OutputList>
      <NewOutput />
    </Group>
  );
}

interface OutputProps {
  readonly name: string;
  readonly type: string;
}

const DeclaredOutput = memo(function DeclaredOutput({ name, type }: OutputProps) {
  const run = useRun();
  const { stepKey } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const { input } = useDraft(name, { take: (to) => void run(renameOutput, { step: stepKey, name, to }) });
  return (
    <OutputItem>
      <div className="sw-output-row">
        <Input {...input} ariaLabel={`Name of ${name}`} readOnly={readOnly} />
        <Select
          selectedOption={{ value: type, label: type }}
          options={typeOptions}
          ariaLabel={`Type of ${name}`}
          readOnly={readOnly}
          expandToViewport
          onChange={({ detail }) => {
            const chosen = typeNamed(detail.selectedOption.value);
            if (chosen !== null) run(setOutputType, { step: stepKey, name, type: chosen });
          }}
        />
        <Button
          variant="inline-icon"
          iconName="close"
          disabled={readOnly}
          ariaLabel={`Remove output ${name}`}
          onClick={() => run(removeOutput, { step: stepKey, name })}
        />
      </div>
      <ReadBy path={`OutputParameters['${name}']`} />
    </OutputItem>
  );
});

/** A row for the next output: its name and type; Enter, the button, or going elsewhere declares it. */
function NewOutput() {
  const run = useRun();
  const { stepKey } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const [name, setName] = useState("");
  const [type, setType] = useState<ParameterType>("String");
  const input = useRef<{ focus(): void } | null>(null);
  if (readOnly) return null;
  const declare = () => {
    if (name.trim() === "") return;
    if (!isDone(run(declareOutput, { step: stepKey, name: name.trim(), type }))) return;
    setName("");
    setType("String");
  };
  const leaves = (event: FocusEvent<HTMLDivElement>) => {
    const next = event.relatedTarget;
    if (next instanceof Node && !event.currentTarget.contains(next)) declare();
  };
  return (
    <div className="sw-output-new" role="group" aria-label="New output" onBlur={leaves}>
      <div className="sw-output-row">
        <Input
          ref={(element) => {
            input.current = element;
          }}
          value={name}
          ariaLabel="Output name"
          placeholder="Name of a returned key"
          autoComplete={false}
          spellcheck={false}
          onChange={({ detail }) => setName(detail.value)}
          onKeyDown={(event) => {
            if (event.detail.key === "Enter") declare();
            if (event.detail.key !== "Escape" || name === "") return;
            event.stopPropagation();
            setName("");
          }}
        />
        <Select
          selectedOption={{ value: type, label: type }}
          options={typeOptions}
          ariaLabel="Output type"
          onChange={({ detail }) => setType(typeNamed(detail.selectedOption.value) ?? "String")}
        />
      </div>
      <Button
        variant="inline-link"
        iconName="add-plus"
        onClick={() => {
          declare();
          input.current?.focus();
        }}
      >
        Add output
      </Button>
    </div>
  );
}
