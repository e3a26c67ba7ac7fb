import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, gt, lt, or } from "drizzle-orm";
import { getDb } from "@/db/client";
import { leases } from "@/db/schema/jobs";

const holder = randomUUID();

/**
 * Runs the job unless somebody, in this process or another on the same database, is running it. The lease is
 * renewed while the job runs, and free again soon after its process has died. The job's signal ends when the lease
 * was lost all the same: to another process, while this one slept or the clock jumped.
 * @returns the job's result, or null when it was taken.
 */
export async function underLease<T>(
  name: string,
  job: (lost: AbortSignal) => Promise<T>,
): Promise<{ result: T } | null> {
  const run = `${holder}:${randomUUID()}`;
  if (!take(name, run)) return null;
  const lost = new AbortController();
  const renewal = setInterval(() => renew(name, run) || lost.abort(), LEASE_MS / 3);
  renewal.unref();
  try {
    return { result: await job(lost.signal) };
  } finally {
    clearInterval(renewal);
    release(name, run);
  }
}

/** How long a dead process's jobs stay undone, at the most. */
export const LEASE_MS = 10_000;
const until = () => new Date(Date.now() + LEASE_MS);

function take(name: string, run: string): boolean {
  const now = Date.now();
  const taken = getDb()
    .insert(leases)
    .values({ name, holder: run, expiresAt: until() })
    .onConflictDoUpdate({
      target: leases.name,
      set: { holder: run, expiresAt: until() },
      setWhere: or(
        lt(leases.expiresAt, new Date(now)),
        // nobody can have been promised that much: it was taken before the clock was set back
        gt(leases.expiresAt, new Date(now + LEASE_MS * 1.5)),
      ),
    })
    .run();
  return taken.changes > 0;
}

/** False when the lease is somebody else's now. A database that is busy for a moment does not lose it. */
function renew(name: string, run: string): boolean {
  try {
    const mine = and(eq(leases.name, name), eq(leases.holder, run));
    return getDb().update(leases).set({ expiresAt: until() }).where(mine).run().changes > 0;
  } catch {
    return true;
  }
}

/** A lease that cannot be given back runs out by itself. */
function release(name: string, run: string) {
  try {
    getDb()
      .delete(leases)
      .where(and(eq(leases.name, name), eq(leases.holder, run)))
      .run();
  } catch {}
}
