import { resourceRun } from "./runBuilders";

export const model = resourceRun("Model", "model");
