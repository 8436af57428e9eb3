import { lazy, Suspense, use } from "react";
import { loadPart } from "../../editor/session/loadPart";
import { type DocumentAddress, readFragment, useFragment } from "../kit/address";
import { ErrorBoundary } from "../kit/ErrorBoundary";
import { MissingParts } from "../kit/MissingParts";
import { type LoadedPage, PageContext } from "../kit/pageContext";
import { DocumentQuestion } from "./DocumentQuestion";
import { EditorPage } from "./EditorPage";

const StartPage = lazy(async () => ({ default: (await loadPart(() => import("./start/StartPage"))).StartPage }));

export function App({ page }: { readonly page: Promise<LoadedPage> }) {
  return (
    <ErrorBoundary area="Page">
      <Suspense fallback={null}>
        <Page loading={page} />
      </Suspense>
      <MissingParts />
    </ErrorBoundary>
  );
}

function Page({ loading }: { readonly loading: Promise<LoadedPage> }) {
  const page = use(loading);
  const address = readFragment(useFragment()) ?? { page: "start" };
  return (
    <PageContext value={page}>
      <DocumentQuestion documents={page.documents} />
      {address.page === "start" ? <StartPage /> : <EditorPage key={keyOf(address)} address={address} />}
    </PageContext>
  );
}

/** The same for all the steps of a document. */
function keyOf(address: DocumentAddress): string {
  return address.page === "file" ? `file ${address.path}` : address.id;
}
