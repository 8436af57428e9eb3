/**
 * The processor time that this process has taken, in milliseconds: what other programs of a shared machine take meanwhile does not count.
 * Compiling and collecting garbage count, also where they go on beside the code that is measured.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
