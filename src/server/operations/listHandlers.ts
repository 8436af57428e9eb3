import { basename } from "node:path";
import { calling } from "../aws/awsError";
import type { Operation } from "./operation";

export const listHandlers: Operation<"listHandlers"> = async ({ document, pipeline, from = [] }, { regions }) => {
  const { handlers } = await regions.local();
  const attached = await calling("listHandlers", async () => handlers.list(document, pipeline, from));
  return {
    handlers: attached.map(({ source, ...handler }) => {
      const linked = "file" in source;
      return { ...handler, linked, fileName: linked ? basename(source.file) : source.fileName };
    }),
    reach: handlers.reach(),
  };
};
