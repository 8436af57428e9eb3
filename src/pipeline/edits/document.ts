import { withName } from "../definition/byName";
import type { DocumentSettings } from "../definition/document";
import { whyNotPipelineName } from "../definition/pipelineName";
import { type ObjectValue, sameValue } from "../definition/value";
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

/** Remembers the role for a target. */
export function rememberRole(target: string, roleArn: string): Recipe {
  return (document) => {
    const { settings } = document;
    const before = settings.targets.get(target);
    if (before?.roleArn === roleArn) return document;
    const targets = withName(settings.targets, target, { ...before, roleArn });
    return { ...document, settings: { ...settings, targets } };
  };
}
