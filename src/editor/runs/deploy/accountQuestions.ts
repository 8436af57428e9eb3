/** Loaded with the first deploy to an account: what steps need and name is known to the exports of roles. */
export { namedResources } from "../../../export/policy/data";
export { policyOf } from "../../../export/policy/policy";
