import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** 256 random bits as text that fits a header and an address. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** Compares in constant time, whatever the lengths: what is compared are digests. */
export function sameSecret(left: string, right: string): boolean {
  const digest = (secret: string) => createHash("sha256").update(secret).digest();
  return timingSafeEqual(digest(left), digest(right));
}

/** Shows that one knows the token, without telling it; good for one challenge at one port. */
export function proofOf(token: string, port: number, challenge: string): string {
  return createHmac("sha256", token).update(`stepwire ${port} ${challenge}`).digest("base64url");
}
