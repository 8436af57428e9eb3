import { moveAlias as moveIn } from "../aws/aliases";
import type { Operation } from "./operation";

export const moveAlias: Operation<"moveAlias"> = async ({ target, ...move }, { regions }) => ({
  version: await moveIn(await regions.region(target), move),
});
