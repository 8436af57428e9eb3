export { enumValuesTooMany } from "./enumValuesTooMany";
export { parameterDefaultNotInEnum } from "./parameterDefaultNotInEnum";
export { parameterDefaultType } from "./parameterDefaultType";
export { parameterNameDuplicate } from "./parameterNameDuplicate";
export { parameterNameInvalid } from "./parameterNameInvalid";
export { parametersMalformed } from "./parametersMalformed";
export { parameterUnused } from "./parameterUnused";
export { parameterWithoutDefault } from "./parameterWithoutDefault";
