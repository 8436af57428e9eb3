/** What can be measured alone, `--only PART`; what needs no browser first. */
export const parts = ["core", "start", "load", "editing", "memory", "canvas"] as const;
export type Part = (typeof parts)[number];
