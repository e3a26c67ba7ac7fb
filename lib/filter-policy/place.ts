import type { FilterPolicyIssue } from "./policy.ts";

/** A place in the policy text that knows its path and where to report what is wrong there. */
export type Place = {
  readonly path: string;
  /** Notes an issue here and answers undefined, so that a parser can return it. */
  readonly report: (message: string) => undefined;
  readonly member: (key: string) => Place;
  readonly element: (index: number) => Place;
};

/** The place `path`, reporting into `issues`. Members read `a.b`, elements `a[0]`. */
export function placeIn(issues: FilterPolicyIssue[], path = ""): Place {
  return {
    path,
    report: (message) => {
      issues.push({ path, message });
      return undefined;
    },
    member: (key) => placeIn(issues, path === "" ? key : `${path}.${key}`),
    element: (index) => placeIn(issues, `${path}[${index}]`),
  };
}
