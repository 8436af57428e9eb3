/** The services beside SageMaker, each loaded when it is first asked: most sessions need none of them. */
import type { Connect } from "./connect";

const loaders = {
  logs: async (connect: Connect) => (await import("./logs")).logs(connect),
  s3: async (connect: Connect) => (await import("./s3")).s3(connect),
  sts: async (connect: Connect) => (await import("./sts")).sts(connect),
  iam: async (connect: Connect) => (await import("./iam")).iam(connect),
  lambda: async (connect: Connect) => (await import("./lambda")).lambda(connect),
  ecr: async (connect: Connect) => (await import("./ecr")).ecr(connect),
  scheduler: async (connect: Connect) => (await import("./scheduler")).scheduler(connect),
  sqs: async (connect: Connect) => (await import("./sqs")).sqs(connect),
};

type Loaders = typeof loaders;
export type Services = { readonly [Name in keyof Loaders]: () => ReturnType<Loaders[Name]> };

export function servicesOf(connect: Connect): Services {
  return {
    logs: once(() => loaders.logs(connect)),
    s3: once(() => loaders.s3(connect)),
    sts: once(() => loaders.sts(connect)),
    iam: once(() => loaders.iam(connect)),
    lambda: once(() => loaders.lambda(connect)),
    ecr: once(() => loaders.ecr(connect)),
    scheduler: once(() => loaders.scheduler(connect)),
    sqs: once(() => loaders.sqs(connect)),
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
