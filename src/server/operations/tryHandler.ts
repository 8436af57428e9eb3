import { OperationError } from "../../contract/operationError";
import type { Operation } from "./operation";

export const tryHandler: Operation<"tryHandler"> = async ({ event, functionArn, ...of }, { regions }) => {
  const { handlers } = await regions.local();
  const end = await handlers.tryOut(of, eventOf(event), functionArn);
  if (end !== null && typeof end !== "string") return end;
  const message = end ?? "No code is attached to this step. Attach it in its Outputs tab.";
  throw new OperationError({ kind: "notFound", name: "NoHandler", message });
};

function eventOf(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new OperationError({ kind: "request", name: "NoEvent", message: "The event is no JSON." });
  }
}
