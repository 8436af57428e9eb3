import Input from "@cloudscape-design/components/input";
import type { ComponentType } from "react";
import { get, setIn, type Value } from "../../../pipeline/definition/value";
import { readExpression } from "../../../pipeline/references/read";
import type { Place } from "./expressions";
import { wordsOf } from "./TemplateChip";
import { type TemplateEditorProps, useInsideIds } from "./templateEditorProps";

interface Props {
  /** The editor that this stands in: handed in, because an expression may hold another to any depth. */
  readonly Editor: ComponentType<TemplateEditorProps>;
  readonly expression: Value;
  readonly target: Place["target"];
  readonly path: string;
  readonly readOnly: boolean;
  readonly onChange: (expression: Value) => void;
  readonly onEnter: () => void;
}

/** What stands inside a chip: the text of a Join in a Join, the path (and the S3 URI) of a JsonGet. */
export function ChipInside(props: Props) {
  const { expression, onChange } = props;
  const read = readExpression(expression);
  if (read?.kind === "join") {
    const label = `Text of ${wordsOf(expression)}`;
    return (
      <div className="sw-chip-inside" data-inside>
        <InsideTemplate
          {...props}
          label={label}
          shown="Text"
          value={expression}
          onChange={(next) => onChange(asJoin(next))}
        />
      </div>
    );
  }
  if (read?.kind !== "jsonGet") return null;
  const uri = get(read.source, "S3Uri");
  return (
    <div className="sw-chip-inside" data-inside>
      {uri !== undefined && (
        <InsideTemplate
          {...props}
          label={`S3 URI of ${wordsOf(expression)}`}
          shown="S3 URI of the JSON file"
          value={uri}
          onChange={(next) => onChange(setIn(expression, ["Std:JsonGet", "S3Uri"], asJoin(next)))}
        />
      )}
      <JsonPath {...props} path={read.path} describedBy={props.path} />
    </div>
  );
}

/** Inside a chip the text stays a Join, whatever is left of it: a JsonGet takes nothing else as S3Uri (pipeline-definition 3.2). */
function asJoin(value: Value): Value {
  return readExpression(value)?.kind === "join"
    ? value
    : { "Std:Join": { On: "", Values: value === "" ? [] : [value] } };
}

interface InsideProps extends Props {
  readonly label: string;
  readonly shown: string;
  readonly value: Value;
}

function InsideTemplate({ Editor, label, shown, value, target, path, readOnly, onChange, onEnter }: InsideProps) {
  const ids = useInsideIds(path);
  return (
    <>
      <div className="sw-chip-inside-label" aria-hidden="true">
        {shown}
      </div>
      <span className="sw-unseen" id={ids.label}>
        {label}
      </span>
      <Editor
        value={value}
        label={label}
        target={target}
        ids={ids}
        readOnly={readOnly}
        takesText
        literal={null}
        onChange={onChange}
        onRemoved={onChange}
        onEnter={onEnter}
      />
    </>
  );
}

interface PathProps extends Props {
  readonly describedBy: string;
}

function JsonPath({ expression, path, describedBy, readOnly, onChange, onEnter }: PathProps) {
  const { control } = useInsideIds(describedBy);
  return (
    <>
      <label className="sw-chip-inside-label" htmlFor={control}>
        JSON path
      </label>
      <Input
        controlId={control}
        autoFocus={path === ""}
        value={path}
        placeholder="metrics.mse.value"
        ariaDescribedby={describedBy}
        readOnly={readOnly}
        autoComplete={false}
        spellcheck={false}
        onChange={({ detail }) => onChange(setIn(expression, ["Std:JsonGet", "Path"], detail.value))}
        onKeyDown={(event) => {
          if (event.detail.key === "Enter") onEnter();
        }}
      />
    </>
  );
}
