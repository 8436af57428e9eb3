import { limits, positionOf, type Refusal } from "../pipeline/definition/parse";

/** In bytes: a notebook has pictures in it. */
export const largestNotebook = 16 * 1024 * 1024;

/** Every browser and Node has it; the types of neither are at hand in the pure folders. */
declare const TextDecoder: new (
  encoding: "utf-8",
  options: { readonly fatal: true },
) => { decode(bytes: Uint8Array, options?: { readonly stream: boolean }): string };

export type Decoded = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly refusal: Refusal };

/** The text of a file, without its byte order mark; a refusal where it is too large or no UTF-8. */
export function textOf(bytes: Uint8Array, most: number = limits.bytes): Decoded {
  if (bytes.byteLength > most) {
    const [size, limit] = [bytes.byteLength, most].map((count) => count / 1024 / 1024);
    return refused("too-large", `It has ${size?.toFixed(1)} MiB; at most ${limit} MiB are read.`);
  }
  try {
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    const before = soundBeginning(bytes);
    const message = "It is not UTF-8 text: what stands here is no character of it. Save the file as UTF-8.";
    return refused("not-utf8", message, positionOf(before, before.length));
  }
}

/** The text before the first byte that is no UTF-8, found by halving: a beginning that ends within a character is still sound. */
function soundBeginning(bytes: Uint8Array): string {
  let text = "";
  let bad = bytes.length + 1;
  for (let good = 0; bad - good > 1; ) {
    const middle = (good + bad) >> 1;
    try {
      text = new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return text;
}

function refused(code: Refusal["code"], message: string, position = { line: 1, column: 1 }): Decoded {
  return { ok: false, refusal: { code, message, ...position, pointer: "" } };
}
