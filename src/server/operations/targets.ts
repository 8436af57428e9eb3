import type { Operation } from "./operation";

export const targets: Operation<"targets"> = (_request, { regions }) => regions.targets();
