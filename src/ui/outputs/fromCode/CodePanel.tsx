import "./CodePanel.css";
import Button from "@cloudscape-design/components/button";
import Textarea, { type TextareaProps } from "@cloudscape-design/components/textarea";
import { type DragEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from "react";
import { parseFileDocumentId } from "../../../editor/files/fileId";
import { openCode } from "../../../editor/form/openCode";
import type { CodeSource } from "../../../editor/runs/handlers/createHandlers";
import type { PackageFile } from "../../../handler/deploymentPackage";
import { readHandler } from "../../../handler/readHandler";
import { get, text } from "../../../pipeline/definition/value";
import { FieldProblem } from "../../kit/FieldProblem";
import { useInspectedStep, useStep } from "../../kit/inspectedStep";
import { Note } from "../../kit/paragraphs";
import { useEditorState } from "../../kit/useWorkspace";
import { Choice } from "./Choice";
import { CodeBox } from "./CodeBox";
import { FolderCode } from "./FolderCode";
import { FoundInCode } from "./FoundInCode";
import { type AskedCode, RunCode } from "./RunCode";
import { useHandlers } from "./useHandlers";

const kinds = ".py,.js,.mjs,.cjs,.ts,.mts,.cts,.zip";
const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");

/** Code pasted, dropped or chosen is read as it stands. It is run, on this computer, only once that was asked and allowed. */
export function CodePanel() {
  const { stepKey } = useInspectedStep();
  const step = text(get(useStep(stepKey), "Name")) ?? "";
  const folder = useEditorState(({ document }) => parseFileDocumentId(document.id)?.folder ?? null);
  const [handlers, { attached: all, state }] = useHandlers();
  const attached = all.get(step) ?? null;
  const [files, setFiles] = useState<readonly PackageFile[]>([]);
  const [file, setFile] = useState<PackageFile>({ name: "", text: "" });
  const [handler, setHandler] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  /** The file that the code is read from anew each time it runs; null for code that stands here alone. */
  const [linked, setLinked] = useState<CodeSource | null>(null);
  const [asked, setAsked] = useState<AskedCode | null>(null);
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
  const show = (next: PackageFile, from: CodeSource | null = null) => {
    setFile(next);
    setHandler(null);
    setLinked(from);
    setAsked(null);
  };
  // What runs is what one sees, until something else is put here.
  const shownAttached = useRef(false);
  useEffect(() => {
    if (shownAttached.current || state === "unasked") return;
    shownAttached.current = true;
    if (attached?.code == null || box.current === null) return;
    setFile((now) => (now.text === "" ? { name: attached.fileName, text: attached.code ?? "" } : now));
    setHandler((now) => now ?? attached.handler);
    setLinked(attached.linked ? { kind: "same" } : null);
  }, [attached, state]);
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
        {linked === null
          ? "Paste the function’s code, or drop its file or deployment package (.zip) here. Reading it runs nothing."
          : `${file.name}, as it is now. Edit it in your own editor: it is read anew each time it runs.`}
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
        readOnly={linked !== null}
        onChange={({ detail }) => {
          setRefusal(null);
          setAsked(null);
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
        {files.length === 1 && linked === null && <span>{file.name}</span>}
        {linked !== null && (
          <Button variant="inline-link" onClick={() => setLinked(null)}>
            Edit a copy here
          </Button>
        )}
      </div>
      {folder !== null && handlers !== null && (
        <FolderCode
          folder={folder}
          handlers={handlers}
          step={step}
          onRefused={setRefusal}
          onShow={(path, code, question) => {
            show({ name: path, text: code }, { kind: "file", folder, path });
            setRefusal(null);
            setAsked(question);
          }}
        />
      )}
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
      {handlers !== null && reading !== null && reading.handler !== null && (
        <RunCode
          handlers={handlers}
          step={step}
          source={linked ?? { kind: "code", code: shown.text, fileName: shown.name }}
          code={shown.text}
          handler={reading.handler}
          attached={attached}
          asked={asked}
          setAsked={setAsked}
        />
      )}
    </CodeBox>
  );
}

function Problem({ severity, text }: { readonly severity: "error" | "warning"; readonly text: string }) {
  return (
    <FieldProblem severity={severity} role={severity === "error" ? "alert" : "status"}>
      {text}
    </FieldProblem>
  );
}
