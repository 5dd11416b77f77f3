import { join } from 'node:path';
import autocannon from 'autocannon';
import type { Actor } from '../demo/actor';
import { withClient } from '../src/platform/embedded/with-client';
import { startBenchService, type BenchService } from './bench-service';
import { fillLot } from './filled-lot';
import { median, type BenchOptions, type Figure, type Line } from './figure';
import { BEGINS_AT, openCall, type OpenCall } from './open-call';

const FEW_BIDS = 10_000;
const MANY_BIDS = 1_000_000;
/** Each time a list is read. */
const REQUESTS = 1_000;
const READERS = 2;
/** How much longer the slowest of a hundred may take with a hundred times the bids. */
const MOST_GROWTH = 1.5;

/** A list or a thing that is read again and again, at a different place each time. */
interface Read {
  readonly zh: string;
  readonly en: string;
  readonly by: (call: OpenCall) => Actor;
  readonly path: (call: OpenCall, place: Place) => string;
}

/** Somewhere among the bids. */
interface Place {
  readonly bidId: string;
  readonly eventId: string;
}

const organizer = ({ organizer: actor }: OpenCall) => actor;
const bidder = ({ bidders }: OpenCall) => bidders[0]!.actor;

const reads: readonly Read[] = [
  {
    ...{ zh: '分包的投标，主办方', en: 'bids of a lot, by the organizer', by: organizer },
    path: ({ lotId }, { bidId }) => `/v1/bids?lotId=${lotId}&cursor=${bidId}`,
  },
  {
    ...{ zh: '资格审查，主办方', en: 'qualification of a lot, by the organizer', by: organizer },
    path: ({ lotId }, { bidId }) => `/v1/lots/${lotId}/qualification?cursor=${bidId}`,
  },
  {
    ...{ zh: '自己的投标，投标人', en: 'one’s own bids, by a bidder', by: bidder },
    path: () => '/v1/bids',
  },
  {
    ...{ zh: '一份投标的全部内容', en: 'a bid in full, by the organizer', by: organizer },
    path: (_, { bidId }) => `/v1/bids/${bidId}`,
  },
  {
    ...{ zh: '动态，主办方', en: 'the feed, by the organizer', by: organizer },
    path: (_, { eventId }) => `/v1/events?after=${eventId}`,
  },
  {
    ...{ zh: '动态，投标人', en: 'the feed, by a bidder', by: bidder },
    path: (_, { eventId }) => `/v1/events?after=${eventId}`,
  },
];

/**
 * Pages of lists with ten thousand bids and with a million, from two services side by side that take turns: a list that is read
 * by its index does not care how long it is.
 */
export const readPages: Figure = {
  zh: '读取：一万件与一百万件投标时的列表、详情与动态',
  en: 'Reading: lists, a bid in full and the feed, with 10,000 bids and with a million',
  async measure(options, say) {
    const few = await Shelf.open(options, FEW_BIDS, say);
    try {
      const many = await Shelf.open(options, MANY_BIDS, say);
      try {
        return await measureAll(few, many, options, say);
      } finally {
        await many.close();
      }
    } finally {
      await few.close();
    }
  },
};

async function measureAll(
  few: Shelf,
  many: Shelf,
  { pairs }: BenchOptions,
  say: (line: string) => void,
): Promise<Line[]> {
  const lines: Line[] = [];
  for (const read of reads) {
    await few.read(read);
    await many.read(read);
    const taken: { few: Latency; many: Latency }[] = [];
    for (let n = 0; n < pairs; n += 1) {
      taken.push({ few: await few.read(read), many: await many.read(read) });
    }
    const of = (pick: (pair: (typeof taken)[number]) => number) => median(taken.map(pick));
    const growth = of((pair) => pair.many.p99Ms / pair.few.p99Ms);
    say(`${read.zh} ${read.en}: ${growth.toFixed(2)}`);
    const line = (name: string, unit: string, value: number, floor?: Line['floor']): Line => ({
      ...{ zh: `${read.zh}：${name}`, en: `${read.en}: ${name}`, unit, value, floor },
    });
    lines.push(
      line('p99 × 10⁶ : 10⁴', '', growth, { atMost: MOST_GROWTH }),
      line(
        'p50 10⁶',
        'ms',
        of((pair) => pair.many.p50Ms),
      ),
      line(
        'p99 10⁶',
        'ms',
        of((pair) => pair.many.p99Ms),
      ),
    );
  }
  return lines;
}

interface Latency {
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** A service with so many bids, and places among them. */
class Shelf {
  private constructor(
    private readonly bench: BenchService,
    private readonly call: OpenCall,
    private readonly places: readonly Place[],
  ) {}

  static async open(
    { dir }: BenchOptions,
    bids: number,
    say: (line: string) => void,
  ): Promise<Shelf> {
    const bench = await startBenchService(join(dir, String(bids)), BEGINS_AT);
    try {
      const call = await openCall(bench.administrator);
      const places = await withClient(bench.service.servers.databaseUrl, async (owner) => {
        await fillLot(owner, call, bids);
        const { rows } = await owner.query<Place>(
          `SELECT id AS "bidId", event_id AS "eventId" FROM wanted
           WHERE n % $1 = 0 ORDER BY md5(n::text)`,
          [bids / REQUESTS],
        );
        return rows;
      });
      say(`${bids.toLocaleString('en')} 件投标就位 bids are there`);
      return new Shelf(bench, call, places);
    } catch (error) {
      await bench.service.stop();
      throw error;
    }
  }

  /** Reads a thousand pages. @throws Error when one of them is refused */
  async read({ by, path }: Read): Promise<Latency> {
    const actor = by(this.call);
    let n = 0;
    const result = await autocannon({
      url: this.bench.url,
      connections: READERS,
      amount: REQUESTS,
      requests: [
        {
          method: 'GET',
          headers: { authorization: `Bearer ${actor.token}` },
          setupRequest: (request) => ({
            ...request,
            path: path(this.call, this.places[n++ % this.places.length]!),
          }),
        },
      ],
    });
    if (result.non2xx > 0 || result.errors > 0 || result.timeouts > 0) {
      const { non2xx, errors, timeouts } = result;
      throw new Error(`not all were answered: ${JSON.stringify({ non2xx, errors, timeouts })}`);
    }
    return { p50Ms: result.latency.p50, p99Ms: result.latency.p99 };
  }

  close(): Promise<void> {
    return this.bench.service.stop();
  }
}
