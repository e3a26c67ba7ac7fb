import type { z } from "zod";
import { checkJson, type Issue } from "@/lib/actions/check-json";
import type { AttributeName } from "@/lib/catalog";

/** What is filled in where the publisher left it out. */
export type Fresh = { id: string /** ISO 8601 in UTC. */; now: string };

/** What is published of a body beside itself. */
export type Derived = {
  /** The subject without the product's prefix. */
  headline: string;
  /** Beside `notificationType`. */
  attributes: Partial<Record<AttributeName, string>>;
};

export type KindReading<Body> =
  | ({ ok: true /** As it will be published, nothing left out. */; body: Body } & Derived)
  | { ok: false; issues: Issue[] };

/** How one notification type is published. */
export type Kind<Body> = {
  /** What a publisher may give, each shape with its name in the documentation. */
  shapes: Readonly<Record<string, z.ZodType>>;
  read(raw: unknown, fresh: Fresh): KindReading<Body>;
};

/** Makes a kind from what checks its body, what fills it in, and what is derived from it. */
export function defineKind<Schema extends z.ZodType, Body>(kind: {
  shape: string;
  schema: Schema;
  complete: (given: z.output<Schema>, fresh: Fresh) => Body;
  derive: (body: Body) => Derived;
}): Kind<Body> {
  return {
    shapes: { [kind.shape]: kind.schema },
    read(raw, fresh) {
      const checked = checkJson(kind.schema, raw);
      if (!checked.ok) return checked;
      const body = kind.complete(checked.value, fresh);
      return { ok: true, body, ...kind.derive(body) };
    },
  };
}
