type Listed = { name: string; message: string };

/**
 * All messages of a form's (possibly nested) errors with their paths, in the order of the form. What stands
 * under `root` belongs to the form as a whole and is left out.
 */
export function listErrors(errors: object, prefix = ""): Listed[] {
  return Object.entries(errors).flatMap(([key, error]): Listed[] => {
    if (typeof error !== "object" || error === null || (prefix === "" && key === "root")) return [];
    const name = key === "root" ? prefix.slice(0, -1) : `${prefix}${key}`;
    if ("message" in error && typeof error.message === "string" && error.message)
      return [{ name, message: error.message }];
    // a leaf without words, such as an element reference, has nothing to list
    if ("type" in error && typeof error.type === "string") return [];
    return listErrors(error, `${name}.`);
  });
}
