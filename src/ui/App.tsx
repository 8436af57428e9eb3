import { lazy, Suspense, use } from "react";
import { ErrorBoundary } from "./kit/ErrorBoundary";
import { ConnectionContext } from "./kit/useConnection";
import { readFragment, useFragment } from "./shell/address";
import { EditorPage } from "./shell/EditorPage";
import type { LoadedPage } from "./shell/loadPage";
import { PageContext } from "./shell/pageContext";

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
