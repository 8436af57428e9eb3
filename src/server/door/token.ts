import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** 256 random bits as text that fits a header and an address. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** Compares in constant time, whatever the lengths: what is compared are digests. */
export function sameSecret(left: string, right: string): boolean {
  const digest = (secret: string) => createHash("sha256").update(secret).digest();
  return timingSafeEqual(digest(left), digest(right));
}
