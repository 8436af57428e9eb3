/** The forms of `stepwire export --to`. */
export const exportForms = ["json", "python", "cloudformation", "terraform", "mermaid", "svg"] as const;
