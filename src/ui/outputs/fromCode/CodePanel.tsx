import "./CodePanel.css";
import Button from "@cloudscape-design/components/button";
import Select from "@cloudscape-design/components/select";
import Textarea, { type TextareaProps } from "@cloudscape-design/components/textarea";
import { type DragEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from "react";
import { openCode } from "../../../editor/form/openCode";
import type { PackageFile } from "../../../handler/deploymentPackage";
import { readHandler } from "../../../handler/readHandler";
import { FieldProblem } from "../../kit/FieldProblem";
import { Note } from "../../kit/paragraphs";
import { CodeBox } from "./CodeBox";
import { FoundInCode } from "./FoundInCode";

const kinds = ".py,.js,.mjs,.cjs,.ts,.mts,.cts,.zip";
const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");

/** Code pasted, dropped or chosen is read as it stands; nothing of it is run, and nothing leaves the page. */
export function CodePanel() {
  const [files, setFiles] = useState<readonly PackageFile[]>([]);
  const [file, setFile] = useState<PackageFile>({ name: "", text: "" });
  const [handler, setHandler] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const box = useRef<TextareaProps.Ref>(null);
  useEffect(() => box.current?.focus(), []);
  const chooser = useRef<HTMLInputElement>(null);
  const id = useId();
  const shown = useDeferredValue(file);
  const reading = useMemo(() => {
    if (shown.text.trim() === "") return null;
    const source = shown.name === "" ? { text: shown.text } : { text: shown.text, fileName: shown.name };
    const first = readHandler(source);
    return handler !== null && first.handlers.includes(handler) ? readHandler(source, handler) : first;
  }, [shown, handler]);
  const show = (next: PackageFile) => {
    setFile(next);
    setHandler(null);
  };
  const open = async (given: File | undefined) => {
    if (given === undefined) return;
    const opened = await openCode(given);
    setRefusal(opened.ok ? null : opened.message);
    const [first] = opened.ok ? opened.files : [];
    if (!opened.ok || first === undefined) return;
    setFiles(opened.files);
    show(first);
  };
  const dropping = {
    onDragOver(event: DragEvent) {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop(event: DragEvent) {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      void open(event.dataTransfer.files[0]);
    },
  };
  return (
    <CodeBox over={over} {...dropping}>
      <Note id={`${id}-hint`}>
        Paste the function’s code, or drop its file or deployment package (.zip) here. It is read, never run, and stays
        in this browser.
      </Note>
      <Textarea
        ref={box}
        ariaLabel="Handler code"
        ariaDescribedby={`${id}-hint`}
        value={file.text}
        rows={file.text === "" ? 4 : 8}
        placeholder={"def lambda_handler(event, context):\n    return {…}"}
        spellcheck={false}
        disableBrowserAutocorrect
        onChange={({ detail }) => {
          setRefusal(null);
          setFile({ name: file.name, text: detail.value });
        }}
      />
      <div className="sw-from-code-file">
        <input
          ref={chooser}
          type="file"
          accept={kinds}
          hidden
          aria-label="File with the handler"
          onChange={(event) => {
            void open(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
        <Button iconName="upload" onClick={() => chooser.current?.click()}>
          Choose a file
        </Button>
        {files.length === 1 && <span>{file.name}</span>}
      </div>
      {files.length > 1 && (
        <Choice
          label="File"
          chosen={file.name}
          options={files.map(({ name }) => name)}
          onChoose={(name) => {
            const next = files.find((one) => one.name === name);
            if (next !== undefined) show(next);
          }}
        />
      )}
      {refusal !== null && <Problem severity="error" text={refusal} />}
      {reading !== null && reading.handlers.length > 1 && (
        <Choice
          label="Handler function"
          chosen={reading.handler ?? ""}
          options={reading.handlers}
          onChoose={setHandler}
        />
      )}
      {reading?.problems.map(({ code, message, line }) => (
        <Problem key={`${code}${line}`} severity={reading.handler === null ? "error" : "warning"} text={message} />
      ))}
      {reading !== null && reading.handler !== null && (
        <FoundInCode key={`${shown.name}/${reading.handler}`} reading={reading} />
      )}
    </CodeBox>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly chosen: string;
  readonly options: readonly string[];
  readonly onChoose: (name: string) => void;
}

function Choice({ label, chosen, options, onChoose }: ChoiceProps) {
  return (
    <div className="sw-from-code-choice">
      <span aria-hidden="true">{label}</span>
      <Select
        ariaLabel={label}
        selectedOption={{ value: chosen, label: chosen }}
        options={options.map((name) => ({ value: name, label: name }))}
        expandToViewport
        onChange={({ detail }) => onChoose(detail.selectedOption.value ?? chosen)}
      />
    </div>
  );
}

function Problem({ severity, text }: { readonly severity: "error" | "warning"; readonly text: string }) {
  return (
    <FieldProblem severity={severity} role={severity === "error" ? "alert" : "status"}>
      {text}
    </FieldProblem>
  );
}
