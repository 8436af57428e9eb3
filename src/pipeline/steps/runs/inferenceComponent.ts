import { resourceRun } from "./runBuilders";

export const inferenceComponent = resourceRun("InferenceComponent", "inference-component");
