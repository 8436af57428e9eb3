import type { Operation } from "./operation";

export const writeFile: Operation<"writeFile"> = async ({ folder, ...request }, { folders }) =>
  folders.find(folder).write(request);
