/** What a wire between an output and a field means: who fits whom, what it writes, what is offered first. */
export { type FieldName, fieldName } from "./fieldName";
export { fitOf, kindLabel, refusalInWords } from "./fit";
export { iterationChoices, judgeOrder, judgeWire } from "./judge";
export { fieldKind, sourceKind, sourceLabel } from "./kinds";
export { currentItemOf, hasManySources, listPipelineSources, listSources, type SourceChoice } from "./sources";
export { listTargets, typesThatTake } from "./targets";
export type { FieldKind, ValueKind, WireSource, WireTarget } from "./wire";
