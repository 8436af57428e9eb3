import type { Operation } from "./operation";

export const readFile: Operation<"readFile"> = async ({ folder, path, known }, { folders }) =>
  folders.find(folder).read(path, known);
