export { layOut, layOutFirst } from "./layOut";
export { showTidied } from "./showTidied";
