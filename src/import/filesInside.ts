/** A file of a folder or an archive: its path in there, and what it holds. */
export interface FileInside {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Whether the bytes are a zip file's. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}
