import "./FileSample.css";
import { type DragEvent, useRef, useState } from "react";
import { connect } from "../../editor/commands/edges/connect";
import { setSample } from "../../editor/commands/samples/samples";
import { parseValue } from "../../pipeline/definition/parse";
import { serialise } from "../../pipeline/definition/serialise";
import { get } from "../../pipeline/definition/value";
import { jsonLeaves } from "../../pipeline/steps/runs/values/jsonLeaves";
import { readStepSample } from "../../pipeline/steps/runs/values/stepSample";
import { FieldRefusal } from "../kit/FieldProblem";
import { useInspectedStep } from "../kit/inspectedStep";
import { PlainButton } from "../kit/PlainButton";
import { useRun } from "../kit/useCommands";
import { useEditorObject, useEditorState } from "../kit/useWorkspace";

/** As many values as are looked through at a glance; the search of a JSON path has no need of more. */
const most = 40;
const largest = 1_000_000;
const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");

/** A sample of a property file: dropped or chosen, it is what a simulation reads, and each value in it can be wired by a click. */
export function FileSample({ name }: { readonly name: string }) {
  const run = useRun();
  const { stepKey } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const kept = useEditorObject(({ document }) => document.samples.get(stepKey));
  const sample = get(readStepSample(kept).propertyFiles, name);
  const [over, setOver] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const open = async (file: File | undefined) => {
    if (file === undefined) return;
    if (file.size > largest)
      return setRefusal(`${file.name} is larger than 1 MB. Drop a shorter one with the same keys.`);
    const parsed = parseValue(await file.text());
    setRefusal(parsed.ok ? null : `${file.name} is no JSON file: ${parsed.refusal.message}`);
    if (parsed.ok)
      run(setSample, { step: stepKey, path: ["PropertyFiles", name], value: parsed.value, iteration: null });
  };
  const dropping = {
    onDragOver(event: DragEvent) {
      if (!hasFiles(event) || readOnly) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop(event: DragEvent) {
      if (!hasFiles(event) || readOnly) return;
      event.preventDefault();
      setOver(false);
      void open(event.dataTransfer.files[0]);
    },
  };
  const wire = (jsonPath: string) =>
    void run(connect, {
      source: { kind: "output", step: stepKey, output: `PropertyFiles.${name}` },
      among: null,
      jsonPath,
    });
  return (
    <section className="sw-file-sample" aria-label={`Sample of ${name}`} data-over={over || undefined} {...dropping}>
      <p>
        {sample === undefined
          ? `Drop a file such as evaluation.json here to see what ${name} holds, or `
          : `${name} holds, in simulations too. A click lets a field read a value. `}
        <PlainButton look="inline" disabled={readOnly} onClick={() => chooser.current?.click()}>
          {sample === undefined ? "choose one" : "Another file"}
        </PlainButton>
      </p>
      <input
        ref={chooser}
        type="file"
        accept=".json"
        hidden
        aria-label={`File for ${name}`}
        onChange={({ target }) => {
          void open(target.files?.[0]);
          target.value = "";
        }}
      />
      <FieldRefusal why={refusal} />
      {sample !== undefined && (
        <ul aria-label={`Values of ${name}`}>
          {jsonLeaves(sample, most).map(({ path, value }) => (
            <li key={path}>
              <PlainButton look="inline" disabled={readOnly} onClick={() => wire(path)}>
                {path}
              </PlainButton>{" "}
              <code>{serialise(value, 0)}</code>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
