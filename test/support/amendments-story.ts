import type { PaidProject, PayingRound } from './seed-project';
import type { PaymentsStory } from './payments-story';
import type { Actor, Answer, Stage } from './stage';
import { verifyStage } from './verify-stage';

/** An amount as requests and answers have it. */
export const yuan = (amount: string) => ({ amount, currency: 'CNY' });

/** Changes to a contract over so much, with a plan of the small round's form and no own funds. */
export const over = (amount: string) => ({
  budgetLines: [{ code: 'staff', amount }],
  ownFunds: '0.00',
  activities: [{ name: '送餐', times: 12, heads: 40 }],
  indicators: [{ name: '服务人次', target: 480, unit: '人次' }],
  amount: yuan(amount),
});

/** The acts on amendments, as the two sides of a contract do them over REST. */
export class AmendmentsStory {
  constructor(
    private readonly stage: Stage,
    private readonly round: PayingRound,
    private readonly payments: PaymentsStory,
  ) {}

  contract({ contractId }: PaidProject): Promise<any> {
    return this.round.organizer.ok.get(`/v1/contracts/${contractId}`);
  }

  async propose(who: Actor, project: PaidProject, changes: object): Promise<Answer> {
    const { version } = await this.contract(project);
    const path = `/v1/contracts/${project.contractId}/amendments`;
    return who.post(path, { reason: '服务对象增加', changes }, { ifMatch: version });
  }

  read(id: string): Promise<any> {
    return this.round.organizer.ok.get(`/v1/amendments/${id}`);
  }

  /** Somebody acts on an amendment as it stands. */
  async act(who: Actor, id: string, name: string, body?: object): Promise<Answer> {
    const { version } = await this.read(id);
    return who.post(`/v1/amendments/${id}/${name}`, body, { ifMatch: version });
  }

  async sign(who: Actor, id: string): Promise<Answer> {
    const { digest } = await this.read(id);
    return this.act(who, id, 'signature', { documentDigest: digest });
  }

  /** The tranches of a project, each as its state and what is planned. */
  async planned(project: PaidProject): Promise<string[]> {
    const tranches = await this.payments.tranches(project);
    return tranches.map((tranche) => `${tranche.state} ${tranche.planned.amount}`);
  }

  /** What the round's accounts of a kind hold together, in yuan. */
  async held(kind: 'available' | 'reserved'): Promise<number> {
    const path = `/v1/ledger?roundId=${this.round.roundId}`;
    const { accounts } = await this.round.maker.ok.get(path);
    return accounts
      .filter((account: any) => account.kind === kind)
      .reduce((sum: number, { balance }: any) => sum + Number(balance.amount), 0);
  }

  /** The mid-term evaluation with the same score for every indicator. */
  async grade({ awardId, applicant }: PaidProject, score: string): Promise<void> {
    const { organizer, evaluator } = this.round;
    const { items } = await organizer.ok.get(`/v1/evaluations?projectId=${awardId}`);
    const { id } = items.find(({ code }: any) => code === 'midterm');
    const step = async (who: Actor, name: string, body: object) => {
      const { version } = await organizer.ok.get(`/v1/evaluations/${id}`);
      await who.ok.post(`/v1/evaluations/${id}/${name}`, body, { ifMatch: version });
    };
    const scores = { progress: score, finance: score, records: score };
    await step(applicant, 'self-report', { text: '按计划完成。' });
    await step(organizer, 'assignment', { personId: evaluator.personId });
    await step(evaluator, 'sheet', { scores, comment: '已核查。' });
    await this.stage.settled();
  }

  /** What `verify` finds wrong with the money and with the versions of contracts. */
  async faults(): Promise<unknown[]> {
    const { M1, M6, C1 } = await verifyStage(this.stage);
    return [M1, M6, C1].flat();
  }
}
