import { serialise } from "../../../pipeline/definition/serialise";
import type { ObjectValue, Value } from "../../../pipeline/definition/value";
import { stepsByKey } from "../../../pipeline/graph/stepTree";
import type { Picks } from "../../../pipeline/images";
import type { LoadedImages } from "./useImages";

/** What is picked to begin with: the image that stands in a field; else what its step and the definition are about. */
export function likedPicks(
  { table, readImage, chooseImage, likelyUse, deviceOf }: LoadedImages,
  field: string,
  value: Value | undefined,
  definition: ObjectValue,
  step: string,
): Picks {
  const read = typeof value === "string" ? readImage(table, value) : null;
  if (read?.kind === "known") {
    const { uses, framework, version, base, device, python } = read.image;
    const picks = { framework, version, base, device, python, region: read.region };
    // The same image may be there for several uses.
    const likely = { ...picks, use: likelyUse(field) };
    return chooseImage(table, likely).uri === value ? likely : { ...picks, use: uses[0] ?? "" };
  }
  const said = serialise(stepsByKey(definition).get(step)?.step ?? null);
  const instance = /"InstanceType":\s*"(ml\.[^"]+)"/.exec(said)?.[1];
  const region = read?.region ?? regionIn(serialise(definition));
  return {
    use: likelyUse(field),
    device: instance === undefined ? "cpu" : deviceOf(instance),
    ...(read !== null && { framework: read.framework }),
    ...(region !== null && { region }),
  };
}

/** The region that the first ARN or image with one names. */
function regionIn(text: string): string | null {
  const [, arn, image] =
    /arn:aws[\w-]*:\w+:([a-z]{2,}-[a-z0-9-]+):|\.dkr\.ecr\.([a-z]{2,}-[a-z0-9-]+)\./.exec(text) ?? [];
  return arn ?? image ?? null;
}
