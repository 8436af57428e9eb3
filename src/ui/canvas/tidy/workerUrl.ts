/**
 * The page's one trusted-types policy (`trusted-types stepwire-worker` in its content security policy): it takes the address of the
 * build's own worker and nothing else.
 */
import address from "./elkWorker?worker&url";

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

function own(url: string): string {
  if (url !== address) throw new TypeError("This is not the address of Stepwire's own worker.");
  return url;
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy("stepwire-worker", { createScriptURL: own });

/** The address of the layout worker, trusted where the page asks for trust. */
export function workerUrl(): string {
  return policy?.createScriptURL(address) ?? own(address);
}
