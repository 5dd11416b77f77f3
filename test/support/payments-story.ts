import { newId } from '../../src/kernel/id';
import { Holds } from '../../src/registers/holds';
import { Ledger } from '../../src/registers/ledger';
import { asSystem, type PaidProject, type PayingRound } from './seed-project';
import type { Actor, Answer, Stage } from './stage';

/** What the treasury's voucher says. */
export interface GivenVoucher {
  readonly number: string;
  readonly paidOn: string;
  readonly outcome?: 'paid' | 'returned';
  readonly reason?: string;
}

/** What the bank's slip of a return says. */
export interface GivenSlip {
  readonly number: string;
  readonly returnedOn: string;
}

const INDICATORS: Readonly<Record<string, readonly string[]>> = {
  midterm: ['progress', 'finance', 'records'],
  final: ['delivery', 'effect', 'satisfaction', 'finance'],
};

/** The acts of a payment's way, as the people of a paying round do them over REST. */
export class PaymentsStory {
  private papers = 0;

  constructor(
    private readonly stage: Stage,
    private readonly round: PayingRound,
  ) {}

  /** The tranches of a project as somebody sees them. */
  async tranches({ awardId }: PaidProject, who: Actor = this.round.maker): Promise<any[]> {
    return (await who.ok.get(`/v1/tranches?projectId=${awardId}`)).items;
  }

  /** One tranche with its explanation, as the maker sees it. */
  async tranche(project: PaidProject, code: string): Promise<any> {
    const found = (await this.tranches(project)).find((item) => item.code === code);
    return this.round.maker.ok.get(`/v1/tranches/${found.id}`);
  }

  /** The party claims a tranche, with a new invoice unless one is given. */
  async claim(project: PaidProject, code: string, invoiceNumber?: string): Promise<Answer> {
    const { id, version } = await this.tranche(project, code);
    this.papers += 1;
    const body = { invoiceNumber: invoiceNumber ?? `INV-${this.papers}` };
    return project.applicant.post(`/v1/tranches/${id}/claim`, body, { ifMatch: version });
  }

  /** Somebody enters the payment of a tranche. */
  async enter(project: PaidProject, code: string, who: Actor = this.round.maker): Promise<Answer> {
    const { id, version } = await this.tranche(project, code);
    return who.post(`/v1/tranches/${id}/payment`, undefined, { ifMatch: version });
  }

  /** The party reports, the evaluator gives every indicator of an evaluation without a survey the same score. */
  async evaluate(project: PaidProject, code: string, score: string): Promise<void> {
    const { organizer, evaluator } = this.round;
    const { items } = await organizer.ok.get(`/v1/evaluations?projectId=${project.awardId}`);
    const { id } = items.find((item: { code: string }) => item.code === code);
    const step = async (who: Actor, name: string, body: object) => {
      const { version } = await organizer.ok.get(`/v1/evaluations/${id}`);
      await who.ok.post(`/v1/evaluations/${id}/${name}`, body, { ifMatch: version });
    };
    const scores = Object.fromEntries(INDICATORS[code]!.map((indicator) => [indicator, score]));
    await step(project.applicant, 'self-report', { text: '按计划完成。' });
    await step(organizer, 'assignment', { personId: evaluator.personId });
    await step(evaluator, 'sheet', { scores, comment: '已核查。' });
    await this.stage.settled();
  }

  payment(id: string): Promise<any> {
    return this.round.maker.ok.get(`/v1/payments/${id}`);
  }

  /** Somebody acts on a payment as it stands. */
  async act(who: Actor, id: string, name: string, body?: unknown): Promise<Answer> {
    const { version } = await this.payment(id);
    return who.post(`/v1/payments/${id}/${name}`, body, { ifMatch: version });
  }

  batch(id: string): Promise<any> {
    return this.round.maker.ok.get(`/v1/payment-batches/${id}`);
  }

  /** The maker sends a batch as it stands. */
  async dispatch(id: string): Promise<Answer> {
    const { version } = await this.batch(id);
    const path = `/v1/payment-batches/${id}/dispatch`;
    return this.round.maker.post(path, undefined, { ifMatch: version });
  }

  /** A voucher of today that nobody has used yet. */
  async voucher(outcome?: GivenVoucher['outcome']): Promise<GivenVoucher> {
    this.papers += 1;
    const { now } = await this.stage.nobody.ok.get('/v1/clock');
    return {
      number: `GK-${this.papers}`,
      paidOn: (now as string).slice(0, 10),
      ...(outcome !== undefined && { outcome }),
      ...(outcome === 'returned' && { reason: '账号与户名不符' }),
    };
  }

  /** A slip of today by which the bank sent money back. */
  async slip(): Promise<GivenSlip> {
    const { number, paidOn: returnedOn } = await this.voucher();
    return { number: number.replace('GK', 'TP'), returnedOn };
  }

  /** From a claim to a released payment. */
  async released(project: PaidProject, code: string): Promise<any> {
    taken(await this.claim(project, code));
    const { id } = taken(await this.enter(project, code));
    return taken(await this.act(this.round.checker, id, 'release'));
  }

  /** From a claim to the treasury. */
  async sent(project: PaidProject, code: string): Promise<any> {
    const { id, batchId } = await this.released(project, code);
    taken(await this.dispatch(batchId));
    return this.payment(id);
  }

  /** The whole way of a payment. */
  async paid(project: PaidProject, code: string): Promise<any> {
    const { id } = await this.sent(project, code);
    const voucher = await this.voucher();
    taken(await this.act(this.round.maker, id, 'voucher', voucher));
    const paid = taken(await this.act(this.round.checker, id, 'voucher-confirmation', voucher));
    await this.stage.settled();
    return paid;
  }

  /** Where a project's money stands, in fen, all funds together. */
  async money({ awardId }: PaidProject): Promise<Record<'committed' | 'due' | 'paid', number>> {
    const rows = await asSystem(this.stage, (ctx) =>
      this.stage.get(Ledger).awardBalances(ctx, awardId),
    );
    const sum = (of: (row: (typeof rows)[number]) => bigint) =>
      Number(rows.reduce((total, row) => total + of(row), 0n));
    return {
      committed: sum((row) => row.committedFen),
      due: sum((row) => row.dueFen),
      paid: sum((row) => row.paidFen),
    };
  }

  /** What a project's funds have due, by fund, in fen. */
  async dueByFund({ awardId }: PaidProject): Promise<Record<string, number>> {
    const rows = await asSystem(this.stage, (ctx) =>
      this.stage.get(Ledger).awardBalances(ctx, awardId),
    );
    return Object.fromEntries(rows.map(({ fundId, dueFen }) => [fundId, Number(dueFen)]));
  }

  /** Places a hold on a project's award; gives what lifts it. */
  async hold({ awardId }: PaidProject): Promise<() => Promise<void>> {
    const cause = { kind: 'challenge', id: newId() } as const;
    const subject = { kind: 'award', id: awardId } as const;
    const [unit] = await this.stage.sql(`SELECT path::text FROM units WHERE id = $1`, [
      this.stage.cityId,
    ]);
    const holds = this.stage.get(Holds);
    await asSystem(this.stage, (ctx) =>
      holds.place(ctx, { subject, cause, unitPath: unit.path, reason: '有异议' }),
    );
    return () => asSystem(this.stage, (ctx) => holds.lift(ctx, cause));
  }

  /** The kinds of the open tasks of somebody. */
  async tasks(who: Actor): Promise<string[]> {
    const { items } = await who.ok.get('/v1/tasks?limit=200');
    return items.map(({ kind }: { kind: string }) => kind);
  }

  /** The kinds of all mails to somebody, in order. */
  async mails({ personId }: Actor): Promise<string[]> {
    const rows = await this.stage.sql(
      `SELECT template FROM messages WHERE person_id = $1 ORDER BY id`,
      [personId],
    );
    return rows.map(({ template }) => template);
  }
}

/** The body of an answer to an act that was done. */
export function taken({ status, text, body }: Answer): any {
  if (status !== 201) throw new Error(`${status}: ${text}`);
  return body;
}
