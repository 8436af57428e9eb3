/**
 * The page's one trusted-types policy (`trusted-types stepwire-worker` in its content security policy): it takes the address of the
 * build's own worker, or of a copy of it, and nothing else.
 */
import address from "./elkWorker?worker&url";

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

/** The copy of the worker, where one was made. */
let copy: string | null = null;

function own(url: string): string {
  if (url !== address && url !== copy) throw new TypeError("This is not the address of Stepwire's own worker.");
  return url;
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy("stepwire-worker", { createScriptURL: own });

/**
 * The address of the layout worker, trusted where the page asks for trust. A browser starts no worker from another origin than the page's;
 * where the code lies at one (a window of VS Code), it is started from a copy.
 */
export async function workerUrl(): Promise<string> {
  const url = isElsewhere(address) ? await copied() : address;
  return policy?.createScriptURL(url) ?? own(url);
}

function isElsewhere(url: string): boolean {
  return new URL(url, location.href).origin !== location.origin;
}

async function copied(): Promise<string> {
  copy ??= URL.createObjectURL(await (await fetch(address)).blob());
  return copy;
}
