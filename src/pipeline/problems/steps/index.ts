export { stepInTwoPlaces } from "./stepInTwoPlaces";
export { stepNameDuplicate } from "./stepNameDuplicate";
export { stepNameInvalid } from "./stepNameInvalid";
export { stepNotConnected } from "./stepNotConnected";
export { stepsMalformed } from "./stepsMalformed";
export { unknownStepType } from "./unknownStepType";
