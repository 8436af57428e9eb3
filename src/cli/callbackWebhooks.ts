/** `--callback-webhook [STEP=]URL`: where the message of a Callback step is posted. */
import type { Webhooks } from "../local-region/callbackMessages";
import { UsageError } from "./usageError";

const own = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** The addresses of the arguments; null where there are none. Throws a UsageError for what is none of this computer. */
export function callbackWebhooks(written: readonly string[]): Webhooks | null {
  if (written.length === 0) return null;
  const byStep = new Map<string, string>();
  let others: string | null = null;
  for (const each of written) {
    const [, step, address = each] = /^([A-Za-z0-9\-_]{1,64})=(.+)$/.exec(each) ?? [];
    const checked = ownAddress(address);
    if (step === undefined) others = checked;
    else byStep.set(step, checked);
  }
  return { byStep, others };
}

function ownAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.protocol !== "http:") {
    throw new UsageError(
      `--callback-webhook takes an address such as http://127.0.0.1:8000/approve, for one step as STEP=ADDRESS; ${text} is none.`,
    );
  }
  if (own.has(url.hostname) && url.username === "") return url.href;
  throw new UsageError(
    `--callback-webhook takes an address of this computer alone (127.0.0.1): the message carries the token with which anybody can answer ` +
      `the callback. ${url.hostname} is elsewhere; let a program here pass it on.`,
  );
}
