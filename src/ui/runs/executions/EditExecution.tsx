import "./EditExecution.css";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input, { type InputProps } from "@cloudscape-design/components/input";
import { useEffect, useRef, useState } from "react";
import type { AppError } from "../../../contract/appError";
import type { Execution } from "../../../contract/executions";
import { whyNotDisplayName } from "../../../editor/runs/executions/parameterForm";
import { ErrorBox } from "../../kit/ErrorBox";
import { useWorkspace } from "../../kit/useWorkspace";

interface Props {
  readonly execution: Execution;
  readonly onClose: () => void;
}

const longestDescription = 3072;

/** Gives an execution another display name and description, while it runs or long after. */
export function EditExecution({ execution, onClose }: Props) {
  const { executions } = useWorkspace().runs;
  const [displayName, setDisplayName] = useState(execution.displayName ?? "");
  const [description, setDescription] = useState(execution.description ?? "");
  const [isSent, setSent] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const first = useRef<InputProps.Ref>(null);
  useEffect(() => first.current?.focus(), []);
  // SageMaker has no way to take a name away.
  const isTaken = displayName === "" && execution.displayName !== null;
  const refusal = isTaken ? "It cannot be taken away, only changed." : whyNotDisplayName(displayName);
  const save = async () => {
    if (refusal !== null) return;
    setSent(true);
    const named = displayName === (execution.displayName ?? "") ? {} : { displayName };
    const described = description === (execution.description ?? "") ? {} : { description };
    const isChanged = Object.keys({ ...named, ...described }).length > 0;
    const failure = isChanged ? await executions.update({ ...named, ...described }) : null;
    setSent(false);
    setError(failure);
    if (failure === null) onClose();
  };
  const onKeyDown: InputProps["onKeyDown"] = ({ detail }) => {
    if (detail.key === "Enter") void save();
    if (detail.key === "Escape") onClose();
  };
  return (
    <section className="sw-execution-edit" aria-label="Name of this execution">
      <FormField label="Display name" errorText={refusal ?? undefined} stretch>
        <Input
          ref={first}
          value={displayName}
          onChange={({ detail }) => setDisplayName(detail.value)}
          onKeyDown={onKeyDown}
        />
      </FormField>
      <FormField label="Description" stretch>
        <Input
          value={description}
          onChange={({ detail }) => setDescription(detail.value.slice(0, longestDescription))}
          onKeyDown={onKeyDown}
        />
      </FormField>
      <div className="sw-execution-edit-ends">
        <Button variant="primary" loading={isSent} onClick={() => void save()}>
          Save
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
      {error !== null && <ErrorBox error={error} />}
    </section>
  );
}
