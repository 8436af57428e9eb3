/** What is used of a `FileSystemFileHandle`; Chromium alone asks for permission by these two. */
export interface PickedHandle {
  readonly name: string;
  getFile(): Promise<Pick<Blob, "arrayBuffer">>;
  createWritable(): Promise<{
    write(text: string): Promise<void>;
    close(): Promise<void>;
    abort?(): Promise<void>;
  }>;
  queryPermission?(how: { mode: "readwrite" }): Promise<PermissionState>;
  requestPermission?(how: { mode: "readwrite" }): Promise<PermissionState>;
}
