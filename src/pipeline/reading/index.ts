/** What is derived of a document, all at once. */
export { checkDefinition } from "./checkDefinition";
export { problemsByStep } from "./problemsByStep";
export { type Readable, type Reading, read, readInSlices } from "./read";
