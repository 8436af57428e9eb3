import { OperationError } from "../../contract/operationError";

/** What is wrong with a file, as a sentence that says what to do. */
export function fileFault(name: string, message: string): OperationError {
  return new OperationError({ kind: "file", name, message });
}

/** What the system says of a file, in words; what it never says of one is a bug, and thrown. */
export function faultOfSystem(thrown: unknown, path: string): unknown {
  const { code } = thrown as NodeJS.ErrnoException;
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return fileFault(
      "NotAllowed",
      `${path} may not be read or written here. Give yourself the right to it (chmod), then try again.`,
    );
  }
  if (code === "ENOENT") {
    return fileFault(
      "FolderGone",
      `${path} was not written: the folder that it lay in is gone. Make the folder again, then save.`,
    );
  }
  if (code === "ENOSPC" || code === "EDQUOT") {
    return fileFault("DiskFull", `${path} was not written: the disk is full. Make room, then save again.`);
  }
  if (code === "EISDIR" || code === "ENOTDIR" || code === "ELOOP" || code === "ENAMETOOLONG") {
    return fileFault("NoFile", `${path} is no file that can be edited. Choose one in the list of files.`);
  }
  return thrown;
}
