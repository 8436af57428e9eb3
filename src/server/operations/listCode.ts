import type { Operation } from "./operation";

export const listCode: Operation<"listCode"> = async ({ folder }, { folders }) => {
  const open = folders.known(folder);
  return open === null ? null : { paths: [...open.code()] };
};
