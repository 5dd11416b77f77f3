import { Refusal } from '../../kernel/refusal';
import { Context, type Entry } from './context';
import type { Door, Work } from './door';
import { Transaction } from './transaction';

/** A request that waits for its transaction. */
interface Waiting {
  readonly entry: Entry;
  readonly work: Work<unknown>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

interface Done {
  readonly waiting: Waiting;
  readonly ctx: Context;
  readonly result: unknown;
}

/** More would keep the first of them waiting for the last. */
const MOST_TOGETHER = 32;
/** While one group waits for the disk the next is at work. */
const MOST_UNDER_WAY = 2;

/**
 * The door for acts that many do at the same time. A request alone gets its own transaction at once; those that come while
 * others are under way go in together, in one transaction with one commit. That is safe for work that only asks by prepared
 * statements and leaves its writes to the commit: a request that is refused leaves nothing behind. Whatever else happens, a
 * constraint met, a write before the commit, a connection lost, the requests concerned are done again, each alone.
 */
export class SharedDoor {
  private readonly waiting: Waiting[] = [];
  private underWay = 0;

  constructor(private readonly door: Door) {}

  /** As `Door.enter`. */
  enter<T>(entry: Entry, work: Work<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ entry, work, resolve: resolve as (result: unknown) => void, reject });
      this.letIn();
    });
  }

  private letIn(): void {
    while (this.underWay < MOST_UNDER_WAY && this.waiting.length > 0) {
      this.underWay += 1;
      const group = takeGroup(this.waiting);
      void this.run(group)
        .catch((error: unknown) => {
          for (const { reject } of group) reject(error);
        })
        .finally(() => {
          this.underWay -= 1;
          this.letIn();
        });
    }
  }

  private async run(group: readonly Waiting[]): Promise<void> {
    const alone = group.length === 1 ? group : await this.runTogether(group);
    await Promise.all(
      alone.map(({ entry, work, resolve, reject }) =>
        this.door.enter(entry, work).then(resolve, reject),
      ),
    );
  }

  /** @returns the requests that are to be done alone */
  private async runTogether(group: readonly Waiting[]): Promise<readonly Waiting[]> {
    const entries = group.map(({ entry }) => entry);
    const begun = await Transaction.begin(this.door.dataSource, entries).catch(() => null);
    if (begun === null) return group;
    const { transaction, keys } = begun;
    const done: Done[] = [];
    const alone: Waiting[] = [];
    try {
      await Promise.all(
        group.map(async (waiting, n) => {
          const ctx = new Context(transaction, waiting.entry, true);
          try {
            done.push({ waiting, ctx, result: await waiting.work(ctx, keys[n]!) });
          } catch (error) {
            if (error instanceof Refusal) waiting.reject(error);
            else alone.push(waiting);
          }
        }),
      );
      await transaction.commit(done.map(({ ctx }) => ctx.ending));
      for (const { waiting, result } of done) waiting.resolve(result);
      return alone;
    } catch {
      await transaction.rollBack();
      return [...alone, ...done.map(({ waiting }) => waiting)];
    } finally {
      await transaction.release();
    }
  }
}

/** The first that waits and others of its tenant. A key is locked by the session, so two requests under one key never share. */
function takeGroup(waiting: Waiting[]): Waiting[] {
  const { tenantId } = waiting[0]!.entry;
  const keys = new Set<string>();
  const group: Waiting[] = [];
  const rest: Waiting[] = [];
  for (const one of waiting.splice(0)) {
    const { caller, idempotencyKey } = one.entry;
    const key = `${caller.personId} ${idempotencyKey}`;
    const fits = group.length < MOST_TOGETHER && one.entry.tenantId === tenantId && !keys.has(key);
    if (fits) keys.add(key);
    (fits ? group : rest).push(one);
  }
  waiting.push(...rest);
  return group;
}
