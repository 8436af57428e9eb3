import { defineConfig } from "vitest/config";
import product from "../../vite.config";

/** The tests as the mutation runner wants them: one project, and of endless inputs a few. */
export default defineConfig((env) => {
  const { test: _, ...build } = product(env) as ReturnType<typeof product> & { test?: unknown };
  return {
    ...build,
    resolve: { alias: [{ find: /^fast-check$/, replacement: `${import.meta.dirname}/fastCheck.ts` }] },
    test: {
      environment: "node",
      include: ["src/**/*.test.{ts,tsx}"],
      // The runner has a limit of its own for each mutant; the first run counts what each test comes by, which takes its time.
      testTimeout: 300_000,
    },
  };
});
