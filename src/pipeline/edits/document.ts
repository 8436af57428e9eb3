import { withName } from "../definition/byName";
import type { DocumentSettings, TargetSettings } from "../definition/document";
import { whyNotPipelineName } from "../definition/pipelineName";
import { type ObjectValue, objectOf, sameValue } from "../definition/value";
import { EditRefused, type Recipe } from "./edit";

export function renameDocument(name: string): Recipe {
  return (document) => {
    const why = whyNotPipelineName(name);
    if (why !== null) throw new EditRefused(why);
    return name === document.name ? document : { ...document, name };
  };
}

/** Puts another definition in place of this one (the Definition panel): what did not change in it keeps its layout. */
export function setDefinition(definition: ObjectValue): Recipe {
  return (document) => (sameValue(definition, document.definition) ? document : { ...document, definition });
}

export function setSettings(change: Partial<DocumentSettings>): Recipe {
  return (document) => ({ ...document, settings: { ...document.settings, ...change } });
}

/** Remembers what was chosen for a target. */
export function rememberForTarget(target: string, chosen: TargetSettings): Recipe {
  return (document) => {
    const { settings } = document;
    const before = settings.targets.get(target) ?? {};
    const after = { ...before, ...chosen };
    if (before.roleArn === after.roleArn && before.bucket === after.bucket) return document;
    return { ...document, settings: { ...settings, targets: withName(settings.targets, target, after) } };
  };
}

/** Remembers what literals become on the way between two targets; what was remembered of that way gives way. */
export function rememberPromotion(between: string, mapping: ReadonlyMap<string, string>): Recipe {
  return (document) => {
    const kept = objectOf([...mapping]);
    const before = document.promotions.get(between);
    if (sameValue(before ?? objectOf([]), kept)) return document;
    return { ...document, promotions: withName(document.promotions, between, kept) };
  };
}
