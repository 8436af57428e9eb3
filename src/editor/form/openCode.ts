import { isZip, openPackage, type PackageFile } from "../../handler/deploymentPackage";

export type OpenedCode =
  | { readonly ok: true; readonly files: readonly PackageFile[] }
  | { readonly ok: false; readonly message: string };

const largest = 50 * 1024 * 1024;

/** Opens what was dropped or chosen: one file of code, or a deployment package with several. */
export async function openCode(file: File): Promise<OpenedCode> {
  if (file.size > largest)
    return { ok: false, message: `${file.name} is larger than 50 MiB. Give the handler's own source file.` };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return {
      ok: false,
      message: `${file.name} cannot be read. Perhaps it was moved or is open elsewhere: choose it again.`,
    };
  }
  if (isZip(bytes)) return openPackage(bytes);
  try {
    return { ok: true, files: [{ name: file.name, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) }] };
  } catch {
    return {
      ok: false,
      message: `${file.name} is no text file. Give a Python or JavaScript file, or the deployment package (.zip).`,
    };
  }
}
