import type { CanvasKit } from "../kit";

/** Closes what is open over the canvas. */
export function close({ session }: CanvasKit): void {
  session.setState({ overlay: null });
}

/** AWS's own path: what stands below `Arguments` is the request's. */
export function awsPath(printed: string): string {
  return printed.replace(/^Arguments\.?/, "");
}
