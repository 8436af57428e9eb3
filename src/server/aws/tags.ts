import type { Tag } from "../../contract/deploy";
import { allPages } from "./paging";
import type { Region } from "./region";

const most = 1000;

export async function listTags({ read }: Region, arn: string): Promise<readonly Tag[]> {
  const { items } = await allPages(
    "ListTags",
    (page) => read.listTags({ ResourceArn: arn, ...page }),
    (page) => page.Tags,
    most,
  );
  return items.map(({ Key, Value }) => ({ key: Key ?? "", value: Value ?? "" }));
}
