import { lazy, Suspense, use } from "react";
import { readFragment, useFragment } from "../kit/address";
import { ErrorBoundary } from "../kit/ErrorBoundary";
import { ConnectionContext } from "../kit/useConnection";
import { EditorPage } from "./EditorPage";
import type { LoadedPage } from "./loadPage";
import { PageContext } from "./pageContext";

const StartPage = lazy(async () => ({ default: (await import("./start/StartPage")).StartPage }));

export function App({ page }: { readonly page: Promise<LoadedPage> }) {
  return (
    <ErrorBoundary area="Page">
      <Suspense fallback={null}>
        <Page loading={page} />
      </Suspense>
    </ErrorBoundary>
  );
}

function Page({ loading }: { readonly loading: Promise<LoadedPage> }) {
  const page = use(loading);
  const address = readFragment(useFragment()) ?? { page: "start" };
  return (
    <PageContext value={page}>
      <ConnectionContext value={page.connection}>
        {address.page === "document" ? <EditorPage key={address.id} id={address.id} /> : <StartPage />}
      </ConnectionContext>
    </PageContext>
  );
}
