/** What a wire between an output and a field means: who fits whom, what it writes, what is offered first. */
export { elementName, type FieldName, fieldName } from "./fieldName";
export { fitOf, kindLabel, refusalInWords } from "./fit";
export { iterationChoices, judgeOrder, judgeWire, type Refused, type Verdict } from "./judge";
export { fieldKind, sourceKind, sourceLabel } from "./kinds";
export { currentItemOf, hasManySources, listPipelineSources, listSources, type SourceChoice } from "./sources";
export { listTargets, type TargetChoice, type TypeChoice, typesThatTake } from "./targets";
export type { FieldKind, ValueKind, WireSource, WireTarget } from "./wire";
