/** One field of a message's header, its folded lines joined; the value is as it was written. */
export interface HeaderField {
  name: string;
  value: string;
}

/** The first field of a name, in any case. */
export function findField(fields: readonly HeaderField[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return fields.find((field) => field.name.toLowerCase() === wanted)?.value;
}

/**
 * Splits a message or a part of one, a character a byte, at its first empty line. Lines that are no field are left out.
 * https://www.rfc-editor.org/rfc/rfc5322#section-2.2
 */
export function splitHeader(entity: string): { fields: HeaderField[]; body: string } {
  const end = /^\r?\n|\r?\n\r?\n/.exec(entity);
  const head = end ? entity.slice(0, end.index) : entity;
  const body = end ? entity.slice(end.index + end[0].length) : "";
  return { fields: head.split(/\r?\n(?![ \t])/).flatMap(readField), body };
}

function readField(line: string): HeaderField[] {
  const [, name, value] = /^([!-9;-~]+)[ \t]*:(.*)$/s.exec(line) ?? [];
  if (name === undefined || value === undefined) return [];
  return [{ name, value: value.replace(/\r?\n(?=[ \t])/g, "").trim() }];
}
