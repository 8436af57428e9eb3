/** What a literal is called at the other target. */
import { readImage } from "../images/readImage";
import type { ImageTable } from "../images/table";
import { readUri, uriOf } from "../images/uri";
import type { Literal } from "./literals";
import { partitionOf } from "./partition";
import type { Place } from "./places";

/**
 * A proposal for the other side: the same name in its account and region, AWS's own images in the account that holds them there; "" where
 * nothing can be said, as of a subnet.
 *
 * @param images AWS's images; null leaves theirs as if they were of another account
 */
export function propose(literal: Literal, from: Place, to: Place, images: ImageTable | null): string {
  const { kind, text } = literal;
  if (from.account === to.account && from.region === to.region) return text;
  if (kind === "network" || (kind === "key" && isKeyId(text))) return "";
  if (kind === "image") {
    const awsImage = images === null ? null : imageThere(text, to, images);
    if (awsImage !== null) return awsImage;
  }
  return inPlace(text, from, to);
}

/** A key is of one region of one account; its alias may be given there too. */
function isKeyId(text: string): boolean {
  return !/\balias\//.test(text);
}

/** AWS's own image in the other region, "" where AWS has it not there; null for an image that is not AWS's. */
function imageThere(text: string, { region }: Place, images: ImageTable): string | null {
  const [read, parts] = [readImage(images, text), readUri(text)];
  if (read === null || parts === null) return null;
  if (region === null) return text;
  if (read.kind === "known") return uriOf(read.image, region) ?? "";
  const { account, region: here, repository } = parts;
  const there = images.byRepository
    .get(repository)
    ?.find(({ accounts }) => accounts.has(region))
    ?.accounts.get(region);
  return there === undefined ? "" : withHost(text.replace(account, there).replaceAll(here, region), here, region);
}

function inPlace(text: string, from: Place, to: Place): string {
  let there = text;
  if (from.account !== null && to.account !== null) there = replaced(there, from.account, to.account);
  if (from.region === null || to.region === null) return there;
  return withHost(replaced(there, from.region, to.region), from.region, to.region);
}

/** Each part of the text that is the word as a whole: a longer number or name is another. */
function replaced(text: string, word: string, by: string): string {
  return text.split(new RegExp(`(?<![a-z0-9])${word}(?![a-z0-9])`)).join(by);
}

/** The partition's name in ARNs, and the domain of its hosts. */
function withHost(text: string, from: string, to: string): string {
  const [before, after] = [partitionOf(from), partitionOf(to)];
  if (before.name === after.name) return text;
  return text.replace(/^arn:[\w-]+:/, `arn:${after.name}:`).replace(before.suffix, after.suffix);
}
