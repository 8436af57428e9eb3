/** A container's place for other steps: Gate and IfSteps. */
export interface SlotOf {
  readonly container: string;
  readonly slot: string;
}
