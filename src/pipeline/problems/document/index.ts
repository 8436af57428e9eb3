export { definitionTooLarge } from "./definitionTooLarge";
export { experimentNameInvalid } from "./experimentNameInvalid";
export { pipelineNameLong } from "./pipelineNameLong";
export { unknownKey } from "./unknownKey";
