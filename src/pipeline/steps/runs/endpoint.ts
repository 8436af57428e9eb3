import { resourceRun } from "./runBuilders";

export const endpoint = resourceRun("Endpoint", "endpoint");
