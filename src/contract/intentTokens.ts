/**
 * One token per intent, stored before the call: whoever presses again after a reply that never came repeats the same intent, and AWS
 * does it once. When the outcome is known the token is done with, and the same again is a new intent.
 */
import { leavesDoubt } from "./appError";
import type { Result } from "./operations";

export interface TokenStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface IntentTokens {
  /** Calls with the intent's token, and lets go of it once the outcome is known. */
  with<T>(intent: string, call: (token: string) => Promise<Result<T>>): Promise<Result<T>>;
}

export function intentTokens(storage: TokenStorage, newToken: () => string): IntentTokens {
  return {
    async with(intent, call) {
      const key = `stepwire.intent.${intent}`;
      const held = storage.getItem(key);
      const token = held ?? newToken();
      storage.setItem(key, token);
      const result = await call(token);
      // One that was held is in doubt from an earlier call, which a refusal of this one does not settle.
      if (result.ok || (held === null && !leavesDoubt(result.error))) storage.removeItem(key);
      return result;
    },
  };
}
