/**
 * A file that the person picked, where no local server is: the browser's File System Access API lets the page read and write that one file,
 * for as long as the person lets it. Told as the server tells of files, so that the rest knows no difference.
 */
import type { AppError } from "../../contract/appError";
import type { Result } from "../../contract/operations";
import type { PickedHandle } from "../session/pickedHandle";
import type { FileCalls } from "./fileState";

export function pickedFile(handle: PickedHandle): FileCalls {
  const read = async () => {
    const bytes = await (await handle.getFile()).arrayBuffer();
    return {
      text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes),
      revision: await hash(bytes),
    };
  };
  return {
    listFiles: async () => ({ ok: true, value: null }),
    readFile: ({ known }) =>
      told(handle, async () => {
        try {
          const { text, revision } = await read();
          if (known?.revision === revision) return { kind: "same" };
          return { kind: "file", text, revision, readOnly: false, beside: null };
        } catch (thrown) {
          if (isNamed(thrown, "NotFoundError")) return { kind: "gone", movedTo: null };
          throw thrown;
        }
      }),
    writeFile: ({ text, expected }) =>
      told(handle, async () => {
        await askLeave(handle);
        const there = await read().catch((thrown: unknown) => {
          if (isNamed(thrown, "NotFoundError")) return null;
          throw thrown;
        });
        if ((there?.revision ?? null) !== expected) return { kind: "changed" };
        // Written beside it by the browser, and put in its place when it is closed: whole, or not at all.
        const writing = await handle.createWritable();
        try {
          await writing.write(text);
          await writing.close();
        } catch (thrown) {
          await writing.abort?.().catch(() => undefined);
          throw thrown;
        }
        const revision = await hash(new TextEncoder().encode(text));
        return { kind: "written", revision, beside: null };
      }),
  };
}

/** A browser asks the person once a visit, and only where a key or a button led here. */
async function askLeave(handle: PickedHandle): Promise<void> {
  if ((await handle.queryPermission?.({ mode: "readwrite" })) !== "prompt") return;
  const given = await handle.requestPermission?.({ mode: "readwrite" });
  if (given !== "granted") throw new DOMException("The person did not allow it.", "NotAllowedError");
}

async function told<Value>({ name }: PickedHandle, work: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (thrown) {
    return { ok: false, error: inWords(name, thrown) };
  }
}

function inWords(name: string, thrown: unknown): AppError {
  const failed = (what: string, message: string): AppError => ({ kind: "file", name: what, message });
  if (isNamed(thrown, "NotAllowedError")) {
    const again = "Press Ctrl+S and allow it, or open the file again.";
    return failed("PermissionLost", `The browser does not let this page write ${name}. ${again}`);
  }
  if (isNamed(thrown, "NotFoundError"))
    return failed("FileGone", `${name} is not there any more. Open it where it is now.`);
  if (thrown instanceof TypeError)
    return failed("NoText", `${name} is no text in UTF-8. Convert it, then open it again.`);
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  return failed("FileFailed", `${name}: ${said} Try again, or download a copy.`);
}

function isNamed(thrown: unknown, name: string): boolean {
  return typeof thrown === "object" && thrown !== null && "name" in thrown && thrown.name === name;
}

async function hash(bytes: BufferSource): Promise<string> {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...sum].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
