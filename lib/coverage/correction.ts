import { isResultType } from "../catalog/index.ts";
import type { Condition, Exclusion } from "../filter-policy/index.ts";
import type { Flaw } from "./flaw.ts";
import { readKey } from "./key-reading.ts";
import type { Reason } from "./reason.ts";
import { conditionWords } from "./reason-sentence.ts";
import type { Fix } from "./repair.ts";
import type { Survey } from "./survey.ts";

/** Says the same in the words that messages use: another name for the key, or other values. */
export function correctionOf(survey: Survey, flaw: Flaw, flaws: readonly Flaw[]): Fix | undefined {
  const { placed, index, reason } = flaw;
  if (index === undefined) return rename(flaw, betterKey(survey, flaw));
  const condition = placed.leaf.conditions[index];
  if (condition === undefined) return undefined;
  if (reason.kind === "otherKeyValue") return rename(flaw, commonKey(flaw, flaws));
  if (reason.kind === "excludesNothing") {
    const together = flaws.filter((other) => other.placed.leaf === placed.leaf && other.index === index);
    return correctExclusion(flaw, condition, together);
  }
  const meant = meantBy(reason);
  if (meant === undefined) return undefined;
  return {
    edit: { kind: "replaceCondition", leaf: placed.leaf, index, conditions: meant },
    sentence: `Write ${conditionWords(meant)} instead of ${conditionWords([condition])} for ${placed.path}.`,
  };
}

function meantBy(reason: Reason): readonly Condition[] | undefined {
  return "meant" in reason && typeof reason.meant !== "string" ? reason.meant : undefined;
}

function rename({ placed }: Flaw, key: string | undefined): Fix | undefined {
  const { leaf, path } = placed;
  // a key that is a step of a longer path cannot become another path
  if (key === undefined || leaf.key !== path) return undefined;
  return { edit: { kind: "renameKey", leaf, key }, sentence: `Call the key ${key} instead of ${path}.` };
}

/** The name of a key that no message carries, or the attribute that reports the result of the one type asked for. */
function betterKey(survey: Survey, { placed, reason }: Flaw): string | undefined {
  if (reason.kind === "unknownKey") return reason.meant;
  if (reason.kind !== "notCarried" || survey.policy.scope === "MessageBody") return undefined;
  const [type, ...others] = reason.types;
  if (type === undefined || others.length > 0 || !isResultType(type) || !isResultType(placed.path))
    return undefined;
  const kinds = survey.kinds.filter((kind) => kind.type === type);
  const fits = placed.leaf.conditions.every((condition) =>
    kinds.some((kind) => readKey([condition], kind.domainOf(type)).share !== "none"),
  );
  return fits ? type : undefined;
}

/** The key that all values under a wrong key belong to. */
function commonKey({ placed }: Flaw, flaws: readonly Flaw[]): string | undefined {
  const keys = flaws
    .filter(({ placed: other }) => other.leaf === placed.leaf)
    .map(({ reason }) => (reason.kind === "otherKeyValue" ? reason.key : undefined));
  const [key] = keys;
  return keys.length === placed.leaf.conditions.length && keys.every((other) => other === key)
    ? key
    : undefined;
}

/** All corrections of one exclusion at once, as they replace the same condition. */
function correctExclusion(flaw: Flaw, condition: Condition, together: readonly Flaw[]): Fix | undefined {
  if (condition.kind !== "anything-but" || condition.exclusion.by !== "value") return undefined;
  const corrected = new Map(together.flatMap(({ reason }) => exclusionCorrection(reason)));
  const own = flaw.reason.kind === "excludesNothing" ? flaw.reason.value : undefined;
  const meant = own === undefined ? undefined : corrected.get(own);
  if (own === undefined || meant === undefined || flaw.index === undefined) return undefined;
  const values = [
    ...new Set(condition.exclusion.values.map((value) => corrected.get(value) ?? value).map(String)),
  ];
  const exclusion: Exclusion = { by: "value", values };
  return {
    edit: {
      kind: "replaceCondition",
      leaf: flaw.placed.leaf,
      index: flaw.index,
      conditions: [{ kind: "anything-but", exclusion }],
    },
    sentence: `Exclude ${JSON.stringify(meant)} instead of ${JSON.stringify(own)} for ${flaw.placed.path}.`,
  };
}

function exclusionCorrection(reason: Reason): [string | number, string][] {
  if (reason.kind !== "excludesNothing") return [];
  const [meant] = meantBy(reason.because) ?? [];
  return meant?.kind === "exact" && typeof meant.value === "string" ? [[reason.value, meant.value]] : [];
}
