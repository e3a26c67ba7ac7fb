import type { ProductId } from "../catalog/index.ts";
import { type Audience, audiencesOf, isSamePolicy, type Receiver } from "./audience.ts";
import { audiencesAt } from "./audiences-at.ts";
import { byUrgency, type Happening, happeningsOf } from "./happening.ts";
import { namedPlaces } from "./named-places.ts";
import { admitsAt, namesPlace, type Place } from "./place.ts";

/** What nobody would be told of any more if it happens in one bucket or account. */
export type PlaceLoss = { readonly place: Place; readonly lost: readonly Happening[] };

/**
 * Looks at every bucket and account that a changed or removed policy names. What is lost everywhere (`elsewhere`) is
 * left out. Receivers of everything cover any place, so only the others are looked at place by place.
 */
export function placeLosses(
  before: readonly Receiver[],
  after: readonly Receiver[],
  products: readonly ProductId[],
  elsewhere: readonly Happening[],
): readonly PlaceLoss[] {
  const confirmed = ({ status }: Receiver) => status === "confirmed";
  const remaining = new Map(after.filter(confirmed).map((receiver) => [receiver.id, receiver]));
  const touched = before.filter(confirmed).filter(({ id, policy }) => {
    const next = remaining.get(id);
    return next === undefined || !isSamePolicy(next.policy, policy);
  });
  const changed = touched.map(({ id }) => remaining.get(id)).filter((receiver) => receiver !== undefined);
  const told = audiencesOf(touched, products);
  const left = audiencesOf([...remaining.values()], products);
  const open = happeningsOf(products)
    .filter((happening) => told.some(({ outlook }) => outlook.reachOf(happening) !== "never"))
    .filter(({ type, result }) => !elsewhere.some((lost) => lost.type === type && lost.result === result))
    .filter((happening) => !left.some(({ outlook }) => outlook.reachOf(happening) === "always"))
    .sort(byUrgency);
  if (open.length === 0) return [];
  const places = namedPlaces([...touched, ...changed]);
  const toldAt = audiencesAt(told, places);
  const leftAt = audiencesAt(left, places);
  return places.flatMap((place) => {
    const lost = open
      .filter(({ type }) => namesPlace(type, place))
      .filter(
        (happening) =>
          isToldAt(toldAt(place), happening, place) && !isToldAt(leftAt(place), happening, place),
      );
    return lost.length === 0 ? [] : [{ place, lost }];
  });
}

function isToldAt(audiences: readonly Audience[], happening: Happening, place: Place): boolean {
  return audiences.some(({ outlook }) => {
    const kind = outlook.kindOf(happening);
    if (kind === undefined || outlook.reachOf(happening) === "never") return false;
    return admitsAt(outlook.survey, kind, place);
  });
}
