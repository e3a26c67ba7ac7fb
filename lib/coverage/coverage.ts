import type { ProductId } from "../catalog/index.ts";
import { type Audience, audiencesOf, type Receiver } from "./audience.ts";
import { type DoubleDelivery, doubleDeliveries } from "./double-deliveries.ts";
import { byUrgency, type Happening, happeningsOf } from "./happening.ts";
import { namesPlace, type Place } from "./place.ts";
import type { Reach } from "./reach.ts";

/** Who is told when something happens: ids of receivers. */
export type CoverageRow = Happening & {
  /** Confirmed receivers, by how certainly it reaches them. */
  readonly always: readonly string[];
  readonly places: readonly string[];
  readonly perhaps: readonly string[];
  /** Receivers that would be told, were they confirmed. */
  readonly pending: readonly string[];
  /** The best of these: `pending` when nobody confirmed is told, `nobody` when there is no one at all. */
  readonly covered: "always" | "places" | "perhaps" | "pending" | "nobody";
};

export type Coverage = {
  /** Everything that can happen, in catalog order. */
  readonly rows: readonly CoverageRow[];
  /** Rows of which nobody confirmed is told, the worst to miss first. */
  readonly blindSpots: readonly CoverageRow[];
  /** Rows that only some messages of which are certain to be told, the worst to miss first. */
  readonly partial: readonly CoverageRow[];
  /** Mailboxes that get the same message more than once. */
  readonly doubles: readonly DoubleDelivery[];
};

/**
 * Who is told of what on a topic of these products; of a place only when one is given, and then only what names
 * such a place. Decided from the policies, each distinct one once. What is called certain is; two receivers that
 * only together cover every bucket leave a row partial.
 */
export function coverage(
  receivers: readonly Receiver[],
  products: readonly ProductId[],
  place?: Place,
): Coverage {
  const audiences = audiencesOf(receivers.filter(canReceive), products, place);
  const happenings = happeningsOf(products).filter(
    ({ type }) => place === undefined || namesPlace(type, place),
  );
  const rows = coverageRows(audiences, happenings);
  const isCovered = (row: CoverageRow) => row.covered !== "nobody" && row.covered !== "pending";
  return {
    rows,
    blindSpots: rows.filter((row) => !isCovered(row)).sort(byUrgency),
    partial: rows.filter((row) => isCovered(row) && row.covered !== "always").sort(byUrgency),
    doubles: doubleDeliveries(audiences, happenings),
  };
}

/** Subscriptions of any other status are gone, or never came to be. */
export function canReceive({ status }: Receiver): boolean {
  return status === "confirmed" || status === "pending";
}

/** One row for each happening. */
export function coverageRows(
  audiences: readonly Audience[],
  happenings: readonly Happening[],
): readonly CoverageRow[] {
  return happenings.map((happening) => {
    const told: Record<Exclude<Reach, "never"> | "pending", string[]> = {
      always: [],
      places: [],
      perhaps: [],
      pending: [],
    };
    for (const { receivers, outlook } of audiences) {
      const reach = outlook.reachOf(happening);
      if (reach === "never") continue;
      for (const { id, status } of receivers) told[status === "pending" ? "pending" : reach].push(id);
    }
    const best = (["always", "places", "perhaps", "pending"] as const).find((how) => told[how].length > 0);
    return { ...happening, ...told, covered: best ?? "nobody" };
  });
}
