import { OperationError } from "../contract/operationError";
import { createDocument, type PipelineDocument } from "../pipeline/definition/document";
import { parseDefinition } from "../pipeline/definition/parse";
import { rewrite } from "../pipeline/definition/rewrite";
import type { ObjectValue } from "../pipeline/definition/value";
import { createFolders, type OpenFolder } from "../server/files/folders";

/** What a tool cannot do, in words for whoever asked; everything else that is thrown is a bug. */
export class ToolFault extends Error {}

export interface OpenedPipeline {
  readonly text: string;
  /** The SHA-256 of the file's bytes. */
  readonly revision: string;
  readonly document: PipelineDocument;
}

/** The definitions of one folder. Paths stay inside it: links that lead out are refused. */
export class PipelineFolder {
  private readonly folder: OpenFolder;

  constructor(root: string) {
    const folders = createFolders("");
    this.folder = folders.find(folders.open({ root, only: null }).folder);
  }

  list(check: Parameters<OpenFolder["list"]>[0]) {
    return this.folder.list(check);
  }

  /** Null where there is no such file. */
  find(path: string): OpenedPipeline | null {
    const read = inWords(() => this.folder.read(path, null));
    if (read.kind !== "file") return null;
    const parsed = parseDefinition(read.text.replace(/^\uFEFF/, ""));
    if (!parsed.ok) {
      const { line, column, message } = parsed.refusal;
      throw new ToolFault(`${path}:${line}:${column}: ${message}`);
    }
    return { text: read.text, revision: read.revision, document: createDocument("", nameOf(path), parsed.value) };
  }

  open(path: string): OpenedPipeline {
    const found = this.find(path);
    if (found === null)
      throw new ToolFault(`There is no file ${path} in this folder. The tool list names those there are.`);
    return found;
  }

  /** In the style of the text that is there; null where the file is not what was expected any more. */
  write(path: string, before: OpenedPipeline | null, definition: ObjectValue): string | null {
    const text = rewrite(before?.text ?? "", definition);
    const expected = before?.revision ?? null;
    const answer = inWords(() => this.folder.write({ path, text, expected, beside: null }));
    return answer.kind === "written" ? answer.revision : null;
  }
}

function nameOf(path: string): string {
  return (path.split("/").at(-1) ?? path).replace(/(?:\.pipeline)?\.json$/i, "");
}

function inWords<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof OperationError) throw new ToolFault(thrown.message);
    throw thrown;
  }
}
