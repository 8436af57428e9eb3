import "./TableFilter.css";
import DateInput from "@cloudscape-design/components/date-input";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import { type ExecutionFilter, isFiltered, noFilter } from "../../../../editor/runs/executions/table/filter";
import { PlainButton } from "../../../kit/PlainButton";

const statuses = ["Executing", "Stopping", "Stopped", "Failed", "Succeeded", "CompletedWithFailures"];
const any = { value: "", label: "Any status" };

interface Props {
  readonly filter: ExecutionFilter;
  readonly onChange: (change: Partial<ExecutionFilter>) => void;
}

/** Status, days and parameter; each takes effect as it is chosen, text with Enter or when its field is left. */
export function TableFilter({ filter, onChange }: Props) {
  const [parameter, setParameter] = useState(filter.parameter);
  const look = () => parameter !== filter.parameter && onChange({ parameter });
  return (
    <div className="sw-executions-filter" role="search" aria-label="Filter of executions">
      <div className="sw-filter-status">
        <Select
          ariaLabel="Status"
          selectedOption={filter.status === null ? any : { value: filter.status, label: filter.status }}
          options={[any, ...statuses.map((value) => ({ value, label: value }))]}
          onChange={({ detail }) => onChange({ status: detail.selectedOption.value || null })}
        />
      </div>
      <Day label="From" value={filter.from} onChange={(from) => onChange({ from })} />
      <Day label="To" value={filter.to} onChange={(to) => onChange({ to })} />
      <div className="sw-filter-parameter">
        <Input
          type="search"
          ariaLabel="Parameter"
          placeholder="Parameter = value"
          clearAriaLabel="Any parameter"
          value={parameter}
          spellcheck={false}
          autoComplete={false}
          onChange={({ detail }) => {
            setParameter(detail.value);
            if (detail.value === "") onChange({ parameter: "" });
          }}
          onKeyDown={({ detail }) => detail.key === "Enter" && look()}
          onBlur={look}
        />
      </div>
      {isFiltered(filter) && (
        <PlainButton
          look="text"
          onClick={() => {
            setParameter("");
            onChange(noFilter);
          }}
        >
          Show all
        </PlainButton>
      )}
    </div>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** A day as it is typed; what is half written filters nothing. */
function Day({ label, value, onChange }: DayProps) {
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  if (value !== shown) {
    setShown(value);
    setTyped(value);
  }
  return (
    <div className="sw-filter-day">
      <DateInput
        ariaLabel={label}
        placeholder={`${label} YYYY/MM/DD`}
        value={typed}
        onChange={({ detail }) => {
          setTyped(detail.value);
          if (detail.value === "" || /^\d{4}-\d\d-\d\d$/.test(detail.value)) onChange(detail.value);
        }}
      />
    </div>
  );
}
