export const checkFormats = ["text", "json", "github", "sarif", "junit"] as const;
export type CheckFormat = (typeof checkFormats)[number];
