/**
 * Why AWS refuses a filter policy. `message` is AWS's own text; `bare` is true where AWS leaves out the usual
 * `FilterPolicy: ` in front of it.
 */
export class FilterPolicyProblem extends Error {
  override readonly name = "FilterPolicyProblem";
  readonly bare: boolean;

  constructor(message: string, bare = false) {
    super(message);
    this.bare = bare;
  }
}
