export function findChromium(): string | null;
export function ensureChromium(): Promise<string>;
export function findTestChromium(): string | null;
export function findWholeChromium(): string | null;
export function ensureTestChromium(): Promise<string>;
