/** A file of a folder or an archive: its path in there, and what it holds. */
export interface FileInside {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Whether the bytes are a zip file's. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** Whether a file of a folder is looked into: no picture or program, and nothing in the folders that tools fill. */
export function mayHoldDefinition(path: string): boolean {
  return (
    /\.(json|ya?ml|template|tf|tftpl|tfstate|ipynb|txt|log)$/i.test(path) &&
    !/(^|\/)(node_modules|site-packages|__MACOSX|__pycache__|\.[^/.][^/]*)\//.test(path)
  );
}
