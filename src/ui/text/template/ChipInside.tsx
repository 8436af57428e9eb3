import "./ChipInside.css";
import Input from "@cloudscape-design/components/input";
import { useEffect } from "react";
import { get, getIn, setIn, type Value } from "../../../pipeline/definition/value";
import { readExpression } from "../../../pipeline/references/read";
import { ItemMember, OtherSource } from "./ChipReference";
import { InsideLabel } from "./InsideLabel";
import { wordsOf } from "./TemplateChip";
import { type ChipInsideProps, useInsideIds } from "./templateEditorProps";

/** What stands inside a chip: the text of a Join in a Join, the path (and the S3 URI) of a JsonGet, what else a reference could read. */
export function ChipInside(props: ChipInsideProps) {
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
          takesJson
          value={expression}
          onChange={(next) => onChange(asJoin(next))}
        />
      </div>
    );
  }
  if (read?.kind === "get") {
    const { reference } = read;
    return (
      <div className="sw-chip-inside" data-inside>
        {reference.kind === "currentItem" ? (
          <ItemMember {...props} text={read.text} describedBy={props.path} />
        ) : (
          <OtherSource {...props} />
        )}
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
          takesJson={false}
          value={uri}
          onChange={(next) => onChange(setIn(expression, ["Std:JsonGet", "S3Uri"], asJoin(next)))}
        />
      )}
      <JsonPath {...props} path={read.path} describedBy={props.path} />
    </div>
  );
}

/** Inside a chip the text stays a Join, whatever is left of it: a JsonGet takes nothing else as S3Uri. */
function asJoin(value: Value): Value {
  return readExpression(value)?.kind === "join"
    ? value
    : { "Std:Join": { On: "", Values: value === "" ? [] : [value] } };
}

function isEmpty(value: Value): boolean {
  const read = readExpression(value);
  return read?.kind === "join" && read.values.every((part) => part === "");
}

interface InsideProps extends ChipInsideProps {
  readonly label: string;
  readonly shown: string;
  readonly takesJson: boolean;
  readonly value: Value;
}

function InsideTemplate(props: InsideProps) {
  const { Editor, label, shown, takesJson, takesFocus, value, target, path, readOnly, onChange, onEnter } = props;
  const ids = useInsideIds(path);
  const asks = takesFocus && isEmpty(value);
  // Asked for once, when it is drawn: what is typed then fills it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (asks) document.getElementById(ids.control)?.focus();
  }, []);
  return (
    <>
      <InsideLabel text={shown} />
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
        takesJson={takesJson}
        literal={null}
        onChange={onChange}
        onRemoved={onChange}
        onEnter={onEnter}
      />
    </>
  );
}

interface PathProps extends ChipInsideProps {
  readonly describedBy: string;
}

function JsonPath({ expression, path, describedBy, takesFocus, readOnly, onChange, onEnter }: PathProps) {
  const { control } = useInsideIds(describedBy);
  return (
    <>
      <InsideLabel controlId={control} text="JSON path" />
      <Input
        controlId={control}
        autoFocus={takesFocus && path === "" && getIn(expression, ["Std:JsonGet", "S3Uri"]) === undefined}
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
