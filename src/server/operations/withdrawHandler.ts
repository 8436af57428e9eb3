import { calling } from "../aws/awsError";
import type { Operation } from "./operation";

export const withdrawHandler: Operation<"withdrawHandler"> = async (of, { regions }) => {
  const { handlers } = await regions.local();
  await calling("withdrawHandler", async () => handlers.withdraw(of));
  return {};
};
