import { limits, type Refusal } from "./parse";

export type Decoded = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly refusal: Refusal };

/** What a UTF-8 decoder does; handed in, because this layer has neither the browser's nor Node's. `decode` throws on bytes that are no UTF-8. */
export interface Utf8Decoder {
  decode(bytes: Uint8Array): string;
}

/** Turns a file's bytes into text: at most 4 MiB, UTF-8 (with or without a byte order mark), nothing replaced silently. */
export function decodeText(bytes: Uint8Array, decoder: Utf8Decoder): Decoded {
  const refuse = (code: Refusal["code"], message: string): Decoded => ({
    ok: false,
    refusal: { code, message, line: 1, column: 1, pointer: "" },
  });
  if (bytes.byteLength > limits.bytes) {
    const size = (bytes.byteLength / 1024 / 1024).toFixed(1);
    return refuse(
      "too-large",
      `The file has ${size} MiB; a definition has at most 4 MiB here, and 1 MiB for SageMaker.`,
    );
  }
  try {
    return { ok: true, text: decoder.decode(bytes) };
  } catch {
    return refuse("not-utf8", "The file is not UTF-8 text. Save it as UTF-8 and open it again.");
  }
}
