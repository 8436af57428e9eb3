// What a run of Vitest or Playwright has to name at its end, from its JSON report: a line for each test that failed or passed only on
// its second try, with the first line of its error, and where the time of the browser went. `.ci/names` repeats these lines.

/** `failed: FILE › TEST: ERROR` for each test of Vitest's report that failed, and each file that could not be loaded. */
export function namesOfVitest({ testResults }, root) {
  return testResults.flatMap((file) => {
    const at = file.name.startsWith(root) ? file.name.slice(root.length + 1) : file.name;
    if (file.status === "failed" && file.assertionResults.length === 0) return [line("failed", [at], file.message)];
    return file.assertionResults
      .filter(({ status }) => status === "failed")
      .map((test) => line("failed", [at, test.fullName], test.failureMessages[0]));
  });
}

/** The same of Playwright's report, `flaky: …` for what passed on its second try, then the ten slowest files with their seconds. */
export function namesOfPlaywright({ suites, errors, stats }) {
  const specs = suites.flatMap((suite) => specsOf(suite, []));
  const named = specs.flatMap(({ titles, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ status, results }) =>
        line(status === "flaky" ? "flaky" : "failed", titles, results.find(({ error }) => error)?.error.message),
      ),
  );
  const outside = errors.map(({ message }) => line("failed", ["outside a test"], message));
  return [...named, ...outside, ...slowest(specs, stats)];
}

function specsOf({ title, file, specs = [], suites = [] }, above) {
  // The outermost suite is the file.
  const titles = above.length === 0 ? [`e2e/${file}`] : [...above, title];
  return [
    ...specs.map((spec) => ({ titles: [...titles, spec.title], tests: spec.tests })),
    ...suites.flatMap((suite) => specsOf(suite, titles)),
  ];
}

function slowest(specs, { duration }) {
  const seconds = new Map();
  for (const { titles, tests } of specs) {
    const spent = tests.flatMap(({ results }) => results).reduce((sum, result) => sum + result.duration / 1000, 0);
    seconds.set(titles[0], (seconds.get(titles[0]) ?? 0) + spent);
  }
  const top = [...seconds].sort(([, a], [, b]) => b - a).slice(0, 10);
  if (top.length === 0) return [];
  const all = [...seconds.values()].reduce((sum, each) => sum + each, 0);
  const slow = top.reduce((sum, [, each]) => sum + each, 0);
  const head = `slow: ${slow.toFixed(0)} of ${all.toFixed(0)} s of e2e tests (${(duration / 1000).toFixed(0)} s by the clock) went into`;
  return [head, ...top.map(([file, each]) => `slow: ${each.toFixed(1).padStart(6)} s ${file}`)];
}

const longest = 240;

function line(kind, titles, message = "") {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of a terminal
  const plain = message.replace(/\u001b\[[0-9;]*m/g, "").trim();
  const [first = ""] = plain.split("\n");
  const whole = `${kind}: ${titles.join(" › ")}${first === "" ? "" : `: ${first.trim()}`}`.replace(/\s+/g, " ");
  return whole.length > longest ? `${whole.slice(0, longest)}…` : whole;
}
