import { seedReviewedLot } from './seed-reviewed-lot';
import type { Officers, ReviewedLot } from './seeded';
import type { Actor, Stage } from './stage';

/** Three bids by rank; the first asks for what the spec wants to see split. */
export const threeBids = (firstAmount = '500000.00') => [
  { title: '长者助餐', score: '90', amount: firstAmount },
  { title: '助残就业', score: '85', amount: '400000.00' },
  { title: '青年议事', score: '80', amount: '300000.00' },
];

/** What residents of the specs object to. */
export const grounds = '该机构上一年度的项目未按期完成。';

/** What specs of awards and contracts do and look at again and again. */
export function awardsStory(stage: Stage, officers: Officers) {
  const awardsOf = async (by: Actor, { lotId }: ReviewedLot): Promise<any[]> => {
    const { items } = await by.ok.get(`/v1/awards?lotId=${lotId}`);
    return items.sort((a: any, b: any) => a.rank - b.rank);
  };
  const award = async (lot: ReviewedLot, rank: number): Promise<any> =>
    (await awardsOf(officers.organizer, lot)).find((one) => one.rank === rank);
  const approveLot = async ({ lotId }: ReviewedLot): Promise<void> => {
    const proposal = await officers.approver.ok.get(`/v1/lots/${lotId}/award-proposal`);
    await officers.approver.ok.post(`/v1/lots/${lotId}/award-approval`, undefined, {
      ifMatch: proposal.version,
    });
    await stage.settled();
  };
  /** An act on a thing as it stands now; gives the thing as it then is. */
  const act = async (by: Actor, path: string, name: string, body?: object): Promise<any> => {
    const { version } = await by.ok.get(path);
    const after = await by.ok.post(`${path}/${name}`, body, { ifMatch: version });
    await stage.settled();
    return after;
  };
  const noticedLot = async (bids = threeBids()): Promise<ReviewedLot> => {
    const lot = await seedReviewedLot(stage, officers, bids);
    await approveLot(lot);
    return lot;
  };
  return {
    awardsOf,
    /** The awards in order of rank, each as `<title> <state>`. */
    standing: async (lot: ReviewedLot): Promise<string[]> =>
      (await awardsOf(officers.organizer, lot)).map(({ title, state }) => `${title} ${state}`),
    award,
    lotState: async ({ lotId }: ReviewedLot): Promise<string> =>
      (await stage.sql('SELECT state FROM lots WHERE id = $1', [lotId]))[0].state,
    /** What a round's accounts hold, in fen, by kind; empty ones are left out. */
    money: async ({ roundId }: ReviewedLot): Promise<Record<string, string>> => {
      const rows = await stage.sql(
        `SELECT kind, sum(balance_fen)::text AS fen FROM ledger_accounts WHERE round_id = $1 GROUP BY kind`,
        [roundId],
      );
      const full = rows.filter(({ fen }) => fen !== '0');
      return Object.fromEntries(full.map(({ kind, fen }) => [kind, fen]));
    },
    /** What was committed for an award, in fen; a part of it may be due by now. */
    committed: async (awardId: string): Promise<string> => {
      const rows = await stage.sql(
        `SELECT sum(t.amount_fen)::text AS fen FROM ledger_transfers t
         JOIN ledger_accounts a ON a.id = t.credit_account_id WHERE t.act = 'commit' AND a.award_id = $1`,
        [awardId],
      );
      return rows[0].fen;
    },
    approveLot,
    act,
    /** A lot of some bids, three unless said otherwise, whose awards are in their public notice. */
    noticedLot,
    /** The same once they are confirmed, at a moment. */
    confirmedLot: async (onMoment: string, bids = threeBids()): Promise<ReviewedLot> => {
      const lot = await noticedLot(bids);
      await stage.advanceTo(onMoment);
      return lot;
    },
    /** Somebody's objection against the award of a rank, submitted and perhaps admitted. @returns its path */
    objection: async (
      by: Actor,
      lot: ReviewedLot,
      rank: number,
      isAdmitted: boolean,
    ): Promise<string> => {
      const { id } = await award(lot, rank);
      const challenge = await by.ok.post(`/v1/awards/${id}/challenges`, {
        kind: 'objection',
        realName: by.name,
        grounds,
      });
      const path = `/v1/challenges/${challenge.id}`;
      if (isAdmitted) await act(officers.approver, path, 'admission');
      return path;
    },
    /** One side's signature of a contract as it was read. */
    sign: (by: Actor, { id, digest }: any): Promise<any> =>
      act(by, `/v1/contracts/${id}`, 'signature', { documentDigest: digest }),
    /** The codes of the mails that somebody got about a thing, in order. */
    mailsTo: async ({ personId }: Actor, subjectId?: string): Promise<string[]> => {
      const rows = await stage.sql(
        `SELECT template FROM messages WHERE person_id = $1 AND ($2::uuid IS NULL OR subject_id = $2) ORDER BY id`,
        [personId, subjectId ?? null],
      );
      return rows.map(({ template }) => template);
    },
    /** The codes of the open tasks that somebody sees about a thing. */
    tasksOf: async (by: Actor, subjectId: string): Promise<string[]> => {
      const { items } = await by.ok.get('/v1/tasks?limit=200');
      return items
        .filter((task: any) => task.subject.id === subjectId)
        .map((task: any) => task.kind);
    },
    contractOf: async (by: Actor, awardId: string): Promise<any> =>
      (await by.ok.get(`/v1/contracts?awardId=${awardId}`)).items.at(-1),
    /** How many of some calls ended with each status and code. */
    tally: async (calls: readonly Promise<{ status: number; body: any }>[]) => {
      const counts: Record<string, number> = {};
      for (const { status, body } of await Promise.all(calls)) {
        const key = status === 201 ? '201' : `${status} ${body.code}`;
        counts[key] = (counts[key] ?? 0) + 1;
      }
      return counts;
    },
  };
}
