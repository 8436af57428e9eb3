/** The room between two layers, in which most labels find a place, and between the cards of one. */
export const gap = { across: 92, down: 40 } as const;
