export type PageEntry = { kind: "page"; page: number } | { kind: "gap"; after: number };

/**
 * Which page numbers to show: the first, the last, the current and its neighbours, with a gap wherever two or
 * more are left out. The number of entries stays the same while paging through the middle.
 */
export function pageWindow(current: number, last: number): PageEntry[] {
  const from = Math.min(Math.max(current - 1, 1), Math.max(last - 4, 1));
  const to = Math.max(Math.min(current + 1, last), Math.min(5, last));
  const shown = [...new Set([1, ...range(from, to), last])];
  return shown.flatMap((page, index): PageEntry[] => {
    const before = shown[index - 1] ?? 0;
    if (page - before === 1) return [{ kind: "page", page }];
    if (page - before === 2)
      return [
        { kind: "page", page: page - 1 },
        { kind: "page", page },
      ];
    return [
      { kind: "gap", after: before },
      { kind: "page", page },
    ];
  });
}

function range(from: number, to: number) {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
