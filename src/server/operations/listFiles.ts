import type { Operation } from "./operation";

export const listFiles: Operation<"listFiles"> = async ({ folder }, { folders, check }) =>
  (await folders.known(folder)?.list(check)) ?? null;
