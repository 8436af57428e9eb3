export { conditionEmpty } from "./conditionEmpty";
export { conditionMalformed } from "./conditionMalformed";
export { conditionNested } from "./conditionNested";
export { conditionOrdersText } from "./conditionOrdersText";
export { conditionTypesDiffer } from "./conditionTypesDiffer";
export { conditionTypeUnknown } from "./conditionTypeUnknown";
