import { calling } from "./awsError";

interface PageInput {
  readonly MaxResults: number;
  readonly NextToken: string | undefined;
}

/** Reads every page of a list, each by one AWS call; `limit` bounds what a very old pipeline can pour into the page. */
export async function allPages<Page extends { NextToken?: string | undefined }, Item>(
  operation: string,
  read: (input: PageInput) => Promise<Page>,
  items: (page: Page) => readonly Item[] | undefined,
  limit: number,
): Promise<{ readonly items: readonly Item[]; readonly more: boolean }> {
  const found: Item[] = [];
  let nextToken: string | undefined;
  do {
    const input = { MaxResults: 100, NextToken: nextToken };
    const page = await calling(operation, () => read(input));
    found.push(...(items(page) ?? []));
    nextToken = page.NextToken;
  } while (nextToken !== undefined && nextToken !== "" && found.length < limit);
  return { items: found, more: nextToken !== undefined && nextToken !== "" };
}
