/** Where a row stands in the history: newest first by time, then by id. */
type Position = { publishedAt: number; id: number };

/** The position that a cursor in the URL names; undefined for an empty one. */
export function positionOf(cursor: string): Position | undefined {
  const [publishedAt, id] = cursor.split(".").map(Number);
  return cursor === "" || publishedAt === undefined || id === undefined ? undefined : { publishedAt, id };
}

/** A row's place as the URL holds it. */
export function cursorOf({ publishedAt, id }: { publishedAt: Date; id: number }): string {
  return `${publishedAt.getTime()}.${id}`;
}
