/** Lines for people, without those that only repeat the line before: a full disk is met at every write, and told once. */
export function saidOnce(tell: (line: string) => void): (line: string) => void {
  let last = "";
  return (line) => {
    if (line !== last) tell(line);
    last = line;
  };
}
