/**
 * A template that holds the definition, told as the file of that definition alone: what is read is taken out of it, what is written goes
 * back to where it stood.
 */
import type { Result } from "../../contract/operations";
import { definitionInPlace, type InPlace } from "../../import/inPlace";
import { fileNameOf } from "./fileId";
import type { FileCalls } from "./fileState";

export function inTemplate(client: FileCalls): FileCalls {
  /** The file as it was last read or written. */
  let last: { readonly revision: string; readonly place: InPlace } | null = null;
  const placeOf = async (path: string, text: string, revision: string) => {
    if (last?.revision !== revision) last = { revision, place: await definitionInPlace(text, fileNameOf(path)) };
    return last.place;
  };
  return {
    ...client,
    readFile: async (request) => {
      const read = await client.readFile(request);
      if (!read.ok || read.value.kind !== "file") return read;
      const place = await placeOf(request.path, read.value.text, read.value.revision);
      return place.ok ? { ok: true, value: { ...read.value, text: place.json } } : refused(place.why);
    },
    writeFile: async (request) => {
      const { folder, path, expected } = request;
      if (expected === null)
        return refused("what stood around the definition is gone with the file: bring it back, then save again");
      if (last?.revision !== expected) {
        const read = await client.readFile({ folder, path, known: null });
        if (!read.ok) return read;
        if (read.value.kind !== "file" || read.value.revision !== expected)
          return { ok: true, value: { kind: "changed" } };
        await placeOf(path, read.value.text, expected);
      }
      const place = last?.place;
      if (place?.ok !== true) return refused(place?.why ?? "it was not read");
      const text = await place.replace(request.text);
      if (text === null)
        return refused("a text in it would be a hole that the template fills in: write it in another way");
      const written = await client.writeFile({ ...request, text });
      if (written.ok && written.value.kind === "written") await placeOf(path, text, written.value.revision);
      return written;
    },
  };
}

function refused(why: string): Result<never> {
  const message = `It is not edited in place: ${why}. To edit a copy of it, choose it with “Open”.`;
  return { ok: false, error: { kind: "file", name: "NotInPlace", message } };
}
