/** Which files are offered to be opened, and which of a folder are looked into: known before any is read. */
export { mayHoldDefinition, openableFiles } from "../../import/openableFiles";
