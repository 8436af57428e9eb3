import type { Operation } from "./operation";

/** How the command line comes to a link into a server that runs already. */
export const freshLink: Operation<"freshLink"> = async ({ opened }, { codes }) => ({ code: codes.issue(opened) });
