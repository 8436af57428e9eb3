import { deploy as deployTo } from "../deploy/deploy";
import type { Operation } from "./operation";

export const deploy: Operation<"deploy"> = async ({ approved, anyway = false, token, ...intent }, { regions, check }) =>
  deployTo(await regions.region(intent.target), intent, { approved, anyway, token }, check);
