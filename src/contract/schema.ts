/** The one door to Zod: its just-in-time compiler needs `eval`, which the page's policy forbids. */
import * as z from "zod/mini";

z.config({ jitless: true });

export { z };

/** Text that AWS gives or takes: never longer than the definition itself may be. */
export const text = z.string().check(z.maxLength(1_048_576));

/** A moment as ISO 8601 text, in UTC. */
export const moment = z.string();

/** Made in the page once per intent and stored before the call, so that a repeated call has one effect (`ClientRequestToken`). */
export const requestToken = z.string().check(z.regex(/^[A-Za-z0-9-]{32,128}$/));
