/** What the build makes of `viewer/main.ts` and `viewer.css` (vite.config.ts): the texts that a page carries. */
declare module "*?built" {
  export const script: string;
  export const style: string;
  /** The policy that lets these two run and nothing else. */
  export const policy: string;
}
