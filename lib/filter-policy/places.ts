import type { Element, Field } from "./body-fields.ts";
import type { Steps } from "./steps.ts";

/** The innermost elements chosen so far: each stands for all that it lies in as well. */
export type Choice = readonly Element[];

type Place = Element | undefined;

/**
 * The places where a key has values, as a tree of arrays and elements, so that the ones that agree with a choice
 * are found without looking at the others.
 */
export class Places {
  private readonly holders = new Set<Place>();
  private readonly known = new Set<Element>();
  private readonly arraysIn = new Map<Place, Map<number, Element[]>>();

  constructor(fields: readonly Field[]) {
    for (const { within } of fields) {
      this.holders.add(within);
      for (let element = within; element !== undefined && !this.known.has(element); element = element.outer)
        this.enter(element);
    }
  }

  /** Every array that a value lies in. */
  arrays(): number[] {
    return [...this.arraysIn.values()].flatMap((arrays) => [...arrays.keys()]);
  }

  /** Whether a value lies in the element. */
  reach(element: Element): boolean {
    return this.known.has(element);
  }

  /** The places that lie in no other element of an array than the chosen one, as far as the steps lead. */
  *agreeing(choice: Choice, steps: Steps): Generator<Place, void> {
    const chosen = elementsOf(choice, steps);
    const open: Place[] = [undefined];
    while (open.length > 0 && !steps.areSpent) {
      steps.take();
      const place = open.pop();
      if (this.holders.has(place)) yield place;
      for (const [array, elements] of this.arraysIn.get(place) ?? []) {
        const pick = chosen.get(array);
        if (pick === undefined) for (const element of elements) open.push(element);
        else if (this.known.has(pick)) open.push(pick);
      }
    }
  }

  private enter(element: Element): void {
    this.known.add(element);
    const arrays = this.arraysIn.get(element.outer) ?? new Map<number, Element[]>();
    this.arraysIn.set(element.outer, arrays);
    const elements = arrays.get(element.array);
    if (elements) elements.push(element);
    else arrays.set(element.array, [element]);
  }
}

/** The element chosen in each array in which one was chosen. */
function elementsOf(choice: Choice, steps: Steps): ReadonlyMap<number, Element> {
  const chosen = new Map<number, Element>();
  for (const innermost of choice)
    for (
      let element: Place = innermost;
      element !== undefined && !chosen.has(element.array);
      element = element.outer
    ) {
      steps.take();
      chosen.set(element.array, element);
    }
  return chosen;
}
