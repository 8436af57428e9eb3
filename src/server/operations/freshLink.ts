import { OperationError } from "../../contract/operationError";
import type { Operation } from "./operation";

/** How the command line comes to a link into a server that runs already. */
export const freshLink: Operation<"freshLink"> = async ({ opened }, { codes, folders }) => {
  if (opened === null || "text" in opened) return { code: codes.issue(opened) };
  if (!folders.isKey(opened.key)) {
    const message = "Only `stepwire open` opens a folder.";
    throw new OperationError({ kind: "request", name: "FolderRefused", message, operation: "freshLink" });
  }
  return { code: codes.issue(folders.open(opened)) };
};
