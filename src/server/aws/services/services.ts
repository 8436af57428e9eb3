/** The services beside SageMaker, each loaded when it is first asked: most sessions need none of them. */
import type { Connect } from "./connect";

const loaders = {
  s3: async (connect: Connect) => (await import("./s3")).s3(connect),
  sts: async (connect: Connect) => (await import("./sts")).sts(connect),
};

type Loaders = typeof loaders;
export type Services = { readonly [Name in keyof Loaders]: () => ReturnType<Loaders[Name]> };

export function servicesOf(connect: Connect): Services {
  return {
    s3: once(() => loaders.s3(connect)),
    sts: once(() => loaders.sts(connect)),
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    made.catch(() => {
      made = null;
    });
    return made;
  };
}
