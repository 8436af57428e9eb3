/**
 * Runs something when the key or the pointer that is down is let go, after the click that comes of it: what moves on the page before would
 * take the button away from under the pointer.
 */
export function onceReleased(run: () => void): void {
  const release = () => {
    window.removeEventListener("pointerup", release, true);
    window.removeEventListener("keyup", release, true);
    setTimeout(run);
  };
  window.addEventListener("pointerup", release, true);
  window.addEventListener("keyup", release, true);
}
