import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, lt, or } from "drizzle-orm";
import { getDb } from "@/db/client";
import { leases } from "@/db/schema/jobs";

const holder = randomUUID();

/**
 * Runs the job unless somebody, in this process or another on the same database, is running it. The lease is
 * renewed while the job runs, and free again soon after its process has died.
 * @returns the job's result, or null when it was taken.
 */
export async function underLease<T>(name: string, job: () => Promise<T>): Promise<{ result: T } | null> {
  const run = `${holder}:${randomUUID()}`;
  if (!take(name, run)) return null;
  const renewal = setInterval(() => renew(name, run), LEASE_MS / 3);
  renewal.unref();
  try {
    return { result: await job() };
  } finally {
    clearInterval(renewal);
    getDb()
      .delete(leases)
      .where(and(eq(leases.name, name), eq(leases.holder, run)))
      .run();
  }
}

const LEASE_MS = 30_000;
const until = () => new Date(Date.now() + LEASE_MS);

function take(name: string, run: string): boolean {
  const taken = getDb()
    .insert(leases)
    .values({ name, holder: run, expiresAt: until() })
    .onConflictDoUpdate({
      target: leases.name,
      set: { holder: run, expiresAt: until() },
      setWhere: or(eq(leases.holder, run), lt(leases.expiresAt, new Date())),
    })
    .run();
  return taken.changes > 0;
}

function renew(name: string, run: string) {
  getDb()
    .update(leases)
    .set({ expiresAt: until() })
    .where(and(eq(leases.name, name), eq(leases.holder, run)))
    .run();
}
