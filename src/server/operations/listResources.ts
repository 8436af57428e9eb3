import { listResources as listIn } from "../account/listResources";
import type { Operation } from "./operation";

export const listResources: Operation<"listResources"> = async ({ target, kind, search }, { regions }) =>
  listIn(await regions.region(target), target, kind, search);
