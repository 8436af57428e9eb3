/** Reads every page of a list; `limit` bounds what a very old pipeline can pour into the page. */
export async function allPages<Page extends { NextToken?: string | undefined }, Item>(
  read: (nextToken: string | undefined) => Promise<Page>,
  items: (page: Page) => readonly Item[] | undefined,
  limit: number,
): Promise<{ readonly items: readonly Item[]; readonly more: boolean }> {
  const found: Item[] = [];
  let nextToken: string | undefined;
  do {
    const page = await read(nextToken);
    found.push(...(items(page) ?? []));
    nextToken = page.NextToken;
  } while (nextToken !== undefined && nextToken !== "" && found.length < limit);
  return { items: found, more: nextToken !== undefined && nextToken !== "" };
}
