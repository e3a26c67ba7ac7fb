const CAPACITY = 500;

/** A costly pure reading of a text that keeps its last results: policies and patterns are asked again and again. */
export function remember<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = read(text);
    if (known.size >= CAPACITY) known.clear();
    known.set(text, result);
    return result;
  };
}
