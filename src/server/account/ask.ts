/** One question to the account: yes, no, or it may not be looked at. Whatever happens is an answer, never a stop. */
import type { Finding } from "../../contract/account";
import { OperationError } from "../../contract/operationError";
import { calling } from "../aws/awsError";

export type Answer = Pick<Finding, "answer" | "why">;

export const yes: Answer = { answer: "yes", why: null };
export const no = (why: string): Answer => ({ answer: "no", why });
export const unseen = (why: string): Answer => ({ answer: "unseen", why });

/** @param ask throws where what it asks for is not there, or may not be looked at */
export async function answerTo(operation: string, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await calling(operation, ask);
  } catch (thrown) {
    if (!(thrown instanceof OperationError)) throw thrown;
    const { kind, message } = thrown.error;
    if (kind === "notFound") return no(message);
    return unseen(kind === "accessDenied" ? `This profile may not ask (${operation}).` : message);
  }
}
