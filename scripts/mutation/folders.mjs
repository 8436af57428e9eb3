// The folders whose tests are held to account, and the tests that are to notice a change there: those beside it, and where a folder is
// mostly seen through another one, those of that one.
const beside = (...at) => at.map((folder) => `${folder}/**/*.test.{ts,tsx}`);
const folder = (at, ...tests) => ({ at, tests: [...beside(at), ...tests] });

export const folders = {
  references: folder("src/pipeline/references"),
  door: folder("src/server/door"),
  compare: folder("src/pipeline/compare"),
  storage: folder("src/storage"),
  import: folder("src/import"),
  deploy: folder("src/server/deploy", "src/server/operations/app.test.ts"),
  server: { ...folder("src/server"), without: ["src/server/door", "src/server/deploy"] },
  region: folder("src/local-region"),
  export: folder("src/export"),
};
