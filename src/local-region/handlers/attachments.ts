/**
 * The handlers that a person attached to steps in the editor, in a file of the state folder. What is run is asked for first, by code and
 * document; code in a file is read anew each time, and runs as long as it is what was allowed.
 */
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { languageOfFile, languageOfText } from "../../handler/language";
import { readHandler } from "../../handler/readHandler";
import type { RegionFolder } from "../state/regionFolder";
import { faultOf } from "../state/stateFault";
import { writePrivate } from "../state/writePrivate";
import type { AttachedHandler, HandlerSource } from "./attached";
import { consentKey, openConsents } from "./consents";

/** A step of a pipeline, in the document that the pipeline is edited in. */
export interface StepOfDocument {
  readonly document: string;
  readonly pipeline: string;
  readonly step: string;
}

/** The code itself, under the name of its file where it has one; or the place of a file on this computer. */
export type CodeSource = { readonly code: string; readonly fileName: string } | { readonly file: string };

export interface AttachRequest extends StepOfDocument {
  readonly source: CodeSource;
  /** The function's name; null: the likeliest. */
  readonly handler: string | null;
  /** What the person was asked about and allowed; null where nobody was asked. */
  readonly allowed: string | null;
}

export type AttachAnswer =
  | { readonly kind: "attached" }
  /** It has to be allowed first: `key` stands for this code in this document. */
  | { readonly kind: "ask"; readonly key: string; readonly code: string }
  | { readonly kind: "refused"; readonly reason: string };

export interface AttachmentView {
  readonly step: string;
  readonly source: CodeSource;
  readonly handler: string;
  /** The code as it is now; null where its file cannot be read. */
  readonly code: string | null;
  /** Null where it runs; else what has to be allowed before it does. */
  readonly asks: string | null;
}

export interface Attachments extends HandlerSource {
  attach(request: AttachRequest): AttachAnswer;
  /**
   * Of a document's steps, whose pipeline is called so by now.
   *
   * @param from steps that were renamed or copied: each gets once what the names it had have
   */
  list(
    document: string,
    pipeline: string,
    from?: readonly { readonly step: string; readonly was: readonly string[] }[],
  ): readonly AttachmentView[];
  /** Takes the handler from the step, and back what was allowed for it. */
  withdraw(of: StepOfDocument): void;
}

interface Attachment extends StepOfDocument {
  /** Null where it was taken from the step: nothing comes in its place by itself. */
  readonly source: CodeSource | null;
  readonly handler: string;
  /** All that was allowed for it, to be taken back with it. */
  readonly keys: readonly string[];
}

/** A change of the file's form would have another one. */
const fileName = "handlers-attached.json";

export function openAttachments(folder: RegionFolder | null, tell: (line: string) => void): Attachments {
  const file = folder === null ? null : join(folder.dir, fileName);
  const consents = openConsents(folder?.dir ?? null);
  let known = file === null ? [] : readAttachments(file, tell);
  const find = (pipeline: string, step: string) => known.find((one) => one.pipeline === pipeline && one.step === step);
  const writing = (work: () => void) => {
    try {
      folder?.claim();
      work();
    } catch (error) {
      throw folder === null ? error : faultOf(error, folder);
    }
  };
  const keep = (next: readonly Attachment[]) => {
    if (file !== null) writePrivate(file, JSON.stringify(next));
    known = [...next];
  };
  const without = (of: StepOfDocument) => known.filter((one) => one.pipeline !== of.pipeline || one.step !== of.step);
  return {
    attach: ({ source, handler: named, allowed, ...of }) => {
      const code = codeOf(source);
      if (code === null) return { kind: "refused", reason: unreadable(source) };
      const handler = named ?? readHandler({ text: code, fileName: nameOf(source) }).handler;
      if (handler === null) {
        return {
          kind: "refused",
          reason: "There is no function in this code that takes an event: nothing can be run.",
        };
      }
      const key = consentKey(code, of.document);
      if (!consents.has(key) && allowed !== key) return { kind: "ask", key, code };
      writing(() => {
        if (!consents.has(key)) consents.give(key);
        const keys = [...new Set([...(find(of.pipeline, of.step)?.keys ?? []), key])];
        keep([...without(of), { ...of, source, handler, keys }]);
      });
      return { kind: "attached" };
    },
    list: (document, pipeline, from = []) => {
      const isOld = (one: Attachment) => one.document === document && one.pipeline !== pipeline;
      if (known.some(isOld)) writing(() => keep(known.map((one) => (isOld(one) ? { ...one, pipeline } : one))));
      const own = new Map(known.flatMap((one) => (one.document === document ? [[one.step, one] as const] : [])));
      const copies = from.flatMap(({ step, was }) => {
        const before = was.map((name) => own.get(name)).find((one) => one !== undefined);
        return own.has(step) || before === undefined || before.source === null ? [] : [{ ...before, step }];
      });
      if (copies.length > 0) writing(() => keep([...known, ...copies]));
      return known
        .filter((one) => one.document === document)
        .flatMap(({ step, source, handler }) => {
          if (source === null) return [];
          const code = codeOf(source);
          const key = code === null ? null : consentKey(code, document);
          return [{ step, source, handler, code, asks: key === null || consents.has(key) ? null : key }];
        });
    },
    withdraw: (of) =>
      writing(() => {
        const attached = find(of.pipeline, of.step);
        consents.withdraw(attached?.keys ?? []);
        keep(attached === undefined ? known : [...without(of), { ...attached, source: null, keys: [] }]);
      }),
    steps: (pipeline) =>
      new Set(known.filter((one) => one.pipeline === pipeline && one.source !== null).map(({ step }) => step)),
    find: (pipeline, step) => {
      const attachment = find(pipeline, step);
      if (attachment === undefined || attachment.source === null) return null;
      const { source, handler, document } = attachment;
      const code = codeOf(source);
      if (code === null) return unreadable(source);
      if (!consents.has(consentKey(code, document))) return changed(source);
      return attachedHandler(code, handler, nameOf(source));
    },
  };
}

function attachedHandler(code: string, handler: string, name: string): AttachedHandler {
  return { code, handler, language: languageOfFile(name) ?? languageOfText(code), fileName: name };
}

function nameOf(source: CodeSource): string {
  return "file" in source ? basename(source.file) : source.fileName;
}

function unreadable(source: CodeSource): string {
  return `${nameOf(source)} cannot be read any more. Attach the code again in the Outputs tab of the step, and retry the execution.`;
}

function changed(source: CodeSource): string {
  const what = nameOf(source) === "" ? "The code" : nameOf(source);
  return `${what} has changed since you allowed it to run. Look at it in the Outputs tab of the step, allow it there, and retry the execution.`;
}

function codeOf(source: CodeSource): string | null {
  if ("code" in source) return source.code;
  try {
    return readFileSync(source.file, "utf8");
  } catch {
    return null;
  }
}

function readAttachments(file: string, tell: (line: string) => void): Attachment[] {
  if (!existsSync(file)) return [];
  try {
    const read: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (Array.isArray(read)) return read;
  } catch {
    // Told below.
  }
  tell(`What handlers were attached cannot be read from ${file}. Attach them again in the editor.`);
  return [];
}
