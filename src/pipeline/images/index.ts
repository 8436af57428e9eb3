/** AWS's images: composed of framework, version, region and device, and read back into words. Loaded with its table when it is asked for. */
export { type Aspect, type AspectChoice, chooseImage, type Picks } from "./chooseImage";
export { deviceOf, likelyUse } from "./imageField";
export { imageInWords, readImage } from "./readImage";
export { type ImageTable, unpackTable } from "./table";
