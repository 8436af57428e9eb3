/** VS Code's own module, which exists within VS Code alone: `main.ts` hands it on, tests hand on a fake. */
export type VsCode = typeof import("vscode");
