const noticed = new Set(["Killed", "Timeout"]);
const unnoticed = new Set(["Survived", "NoCoverage"]);

/** Of a report of Stryker: how many of its changes a test noticed, of how many, and each other one as a line. Those named as equal in effect (`// Stryker disable`) do not count. */
export function scoreOf({ files }) {
  const mutants = Object.entries(files).flatMap(([file, { mutants }]) =>
    mutants.map((mutant) => ({ file, ...mutant })),
  );
  const survivors = mutants
    .filter(({ status }) => unnoticed.has(status))
    .map(
      ({ file, location: { start }, mutatorName, replacement = "", status }) =>
        `${file}:${start.line}:${start.column} ${status === "NoCoverage" ? "no test comes here" : "survived"}: ${mutatorName} → ${replacement.replace(/\s+/g, " ").slice(0, 100)}`,
    );
  const count = mutants.filter(({ status }) => noticed.has(status)).length;
  return { noticed: count, all: count + survivors.length, survivors };
}
