/** Whether a person still has to be offered the tour; a program that drives the page is no person to be shown around. */
import { recall, remember } from "../../kit/remembered";

const taken = "tour";

export function isTourOffered(): boolean {
  return recall(taken) === null && !navigator.webdriver;
}

/** It was taken, or declined: it is offered no more, and lies among the commands. */
export function tourTaken(): void {
  remember(taken, "taken");
}
