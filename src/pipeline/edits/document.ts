import { withName } from "../definition/byName";
import type { DocumentSettings } from "../definition/document";
import { type ObjectValue, sameValue } from "../definition/value";
import { EditRefused, type Recipe } from "./edit";

/** Why a text cannot be a pipeline's name; null when it can (API PipelineName). */
export function whyNotPipelineName(name: string): string | null {
  if (name === "") return "A pipeline needs a name.";
  if (name.length > 256) return `A pipeline's name has at most 256 characters; this has ${name.length}.`;
  if (!/^[a-zA-Z0-9-]+$/.test(name)) return "A pipeline's name takes letters, digits and single hyphens between them.";
  if (name.startsWith("-") || name.endsWith("-")) return "A pipeline's name begins and ends with a letter or digit.";
  return null;
}

/** A pipeline name made of any text, e.g. of a file's name. */
export function pipelineNameFrom(text: string): string {
  const name = text
    .replace(/\.json$/i, "")
    .replace(/[^a-zA-Z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 82)
    .replace(/-+$/, "");
  return name === "" ? "pipeline" : name;
}

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
