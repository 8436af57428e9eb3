import "./CompareWith.css";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import type { AppError } from "../../../../contract/appError";
import { toDisplayError } from "../../../../contract/toDisplayError";
import { executionId } from "../../../../editor/runs/executions/executionId";
import type { ShownExecution } from "../../../../editor/runs/executions/shownExecution";
import { useExecutionsState, useWorkspace } from "../../../kit/useWorkspace";
import { absoluteMoment } from "../words";

/** Which execution is put beside the shown one. */
export function CompareWith({ shown }: { readonly shown: ShownExecution }) {
  const { executions } = useWorkspace().runs;
  const others = useExecutionsState(({ list }) => list.executions).filter(({ arn }) => arn !== shown.arn);
  const compared = useExecutionsState((state) => state.compared?.arn ?? null);
  const [error, setError] = useState<AppError | null>(null);
  const options = others.map(({ arn, displayName, status, started }) => ({
    value: arn,
    label: displayName ?? executionId(arn),
    description: `${status} · ${absoluteMoment(started)}`,
  }));
  return (
    <div className="sw-compare-with">
      <span>Beside it</span>
      <div className="sw-compare-choice">
        <Select
          ariaLabel="Compare with"
          placeholder="Choose an execution"
          empty="This pipeline has no other execution."
          filteringType="auto"
          selectedOption={options.find(({ value }) => value === compared) ?? null}
          options={options}
          onChange={({ detail }) => {
            setError(null);
            void executions.compareWith(detail.selectedOption.value ?? null).then(setError);
          }}
        />
      </div>
      {error !== null && <span role="alert">{toDisplayError(error).title}</span>}
    </div>
  );
}
