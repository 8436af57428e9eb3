import { freshLinkSchema, type OpenedFile, tokenHeader } from "../contract/session";
import { recallServer, stateFolder } from "../server/door/stateFolder";
import { UsageError } from "./usageError";

/**
 * A fresh link of the server that runs already at this port, null where none of ours does.
 * The token stands in a file that only this user can read.
 */
export async function askRunningServer(port: number, opened: OpenedFile | null): Promise<string | null> {
  const running = recallServer(stateFolder(), port);
  if (running === null) return null;
  const origin = `http://127.0.0.1:${port}`;
  let response: Response;
  try {
    response = await fetch(`${origin}/api/freshLink`, {
      method: "POST",
      headers: { "content-type": "application/json", origin, [tokenHeader]: running.token },
      body: JSON.stringify({ opened }),
      signal: AbortSignal.timeout(3000),
    });
  } catch {
    return null;
  }
  if (response.status === 413) {
    throw new UsageError("The file is too large to be handed to the server that runs already. Stop that one first.");
  }
  if (!response.ok) return null;
  const answer = freshLinkSchema.safeParse(await response.json().catch(() => null));
  return answer.success ? answer.data.url : null;
}
