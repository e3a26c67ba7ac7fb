/**
 * How deeply a JSON text is nested, and how many lists and objects it holds: what reading it further can cost, which
 * its length does not tell. Looks at brackets outside strings only, so any text has a size.
 */
export function jsonSize(text: string): { depth: number; parts: number } {
  const size = { depth: 0, parts: 0 };
  let open = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const letter = text[index];
    if (letter === '"') inString = !inString;
    else if (inString) index += letter === "\\" ? 1 : 0;
    else if (letter === "{" || letter === "[") {
      size.parts += 1;
      open += 1;
      size.depth = Math.max(size.depth, open);
    } else if (letter === "}" || letter === "]") open -= 1;
  }
  return size;
}
