/** Members of requests that name an image in ECR (API AlgorithmSpecification, AppSpecification, ContainerDefinition, DebugRuleConfiguration). */
const names = ["TrainingImage", "ImageUri", "Image", "RuleEvaluatorImage"];

export function isImageField(name: string): boolean {
  return names.includes(name);
}

/** What the image of a field is most likely for. */
export function likelyUse(name: string): string {
  return name === "Image" ? "inference" : "training";
}

/** The kind of device that an instance has, as the SDK's image_uris tells it by its family (`_processor`). */
export function deviceOf(instanceType: string): string {
  const [, family = ""] = /^ml\.([a-z0-9-]+)\./.exec(instanceType) ?? [];
  if (/^(inf|trn)/.test(family)) return family.slice(0, 3);
  return /^[gp]\d/.test(family) ? "gpu" : "cpu";
}
