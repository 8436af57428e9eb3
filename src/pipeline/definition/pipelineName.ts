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
    .replace(/(\.(json|ya?ml|template|tf|tftpl|tfstate|ipynb|md|markdown|txt|zip))+$/i, "")
    .replace(/[^a-zA-Z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 82)
    .replace(/-+$/, "");
  return name === "" ? "pipeline" : name;
}
