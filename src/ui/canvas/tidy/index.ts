export { layOut, layOutFirst } from "./layOut";
export { startElk } from "./runElk";
export { showTidied } from "./showTidied";
