import { members } from "../wire/xml.ts";
import type { Operation } from "./call.ts";
import { readPage } from "./paging.ts";

/** The topics of the caller's region, 100 to a page. */
export const listTopics: Operation = (aws, { parameters, region }) => {
  const page = readPage(parameters, `topics ${region}`, (after, size) =>
    aws.store.topics.page(region, after, size),
  );
  return [["Topics", members(page.items, ({ arn }) => [["TopicArn", arn]])], ...page.next];
};
