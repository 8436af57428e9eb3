export { branchStepReadOutside } from "./branchStepReadOutside";
export { cycle } from "./cycle";
export { dependsOnBranch } from "./dependsOnBranch";
export { dependsOnCondition } from "./dependsOnCondition";
export { dependsOnFail } from "./dependsOnFail";
export { dependsOnUnknown } from "./dependsOnUnknown";
export { triggerUnknown } from "./triggerUnknown";
