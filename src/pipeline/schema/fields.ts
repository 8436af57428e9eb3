/** The questions that inspector, ports, wiring and problems ask of an API model. All pure; paths are relative to the step. */
export { keyOrder } from "./keyOrder";
export { listOutputs, type OutputFilter, type ResponseOutput, type ValueKind } from "./listOutputs";
export { type ScalarField, scalarFields } from "./scalarFields";
export { type FieldMember, type FieldShape, membersAt, outputShapeAt, shapeAt } from "./shapeAt";
