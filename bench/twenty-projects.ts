import type { Actor } from '../demo/actor';
import { City } from '../demo/city';
import { advanceTo, waitFor } from '../demo/clock';
import { enterVouchers, sendWhatIsDue } from '../demo/payments';
import { register, type Bidder } from '../demo/small-round/call-scene';
import { together } from '../demo/together';
import { announceRound, type AnnouncedPlan } from './open-call';

export const PROJECTS = 20;
const RESIDENTS = 5;
const AMOUNT = '40000.00';

/** Legal time at which the service begins. */
export const PROJECTS_BEGIN_AT = '2020-03-09T09:00:00+08:00';

interface ProjectCast {
  readonly administrator: Actor;
  readonly organizer: Actor;
  readonly approver: Actor;
  readonly maker: Actor;
  readonly checker: Actor;
  readonly evaluator: Actor;
  readonly residents: readonly Actor[];
  readonly grantees: readonly Bidder[];
}

/**
 * Twenty projects of the small round, all at once, through the public API: a call that nobody answered is turned into twenty
 * directed commissions, which take the way of every other project from there on.
 */
export class TwentyProjects {
  private constructor(
    private readonly cast: ProjectCast,
    private readonly roundId: string,
    /** Proposed and not yet approved. */
    private readonly awards: readonly any[],
  ) {}

  /** Sets everything up to the proposals of the awards. */
  static async propose(administrator: Actor): Promise<TwentyProjects> {
    const city = await City.open(administrator);
    const organizer = await city.addOfficer('陈启明', 'chen.qiming', 'organizer');
    const approver = await city.addOfficer('沈主任', 'shen.zhuren', 'approver');
    const maker = await city.addOfficer('余会计', 'yu.kuaiji', 'maker');
    const checker = await city.addOfficer('严复核', 'yan.fuhe', 'checker');
    const evaluator = await city.addOfficer('岑评估', 'cen.pinggu', 'evaluator');
    const residents: Actor[] = [];
    for (let n = 1; n <= RESIDENTS; n += 1) {
      residents.push(await city.addOfficer(`居民${n}`, `resident.${n}`, 'resident'));
    }
    const roundId = await failedCall({ administrator, organizer, approver, unitId: city.topId });
    const grantees = await register({ city, maker });
    const awards: any[] = [];
    for (let n = 0; n < PROJECTS; n += 1) {
      const { partyId } = grantees[n % grantees.length]!;
      const path = `/v1/rounds/${roundId}/commissions`;
      awards.push(await organizer.ok.post(path, commissionOf(partyId, n)));
    }
    const officers = { administrator, organizer, approver, maker, checker };
    const cast = { ...officers, evaluator, residents, grantees };
    return new TwentyProjects(cast, roundId, awards);
  }

  /** From the approval of the awards to the close of every project. The clock is moved, not waited for. */
  async play(): Promise<void> {
    await allAtOnce(this.awards, ({ id, version }) =>
      this.cast.approver.ok.post(`/v1/awards/${id}/approval`, undefined, { ifMatch: version }),
    );
    await this.moveTo('2020-04-24T10:00:00+08:00');
    await this.signContracts();
    await this.moveTo('2020-06-12T10:00:00+08:00');
    await this.pay('2020-06-18');
    await this.moveTo('2020-09-03T10:00:00+08:00');
    await this.report('midterm', true);
    await this.evaluate('midterm');
    await this.pay('2020-10-15');
    await this.moveTo('2021-01-12T10:00:00+08:00');
    await this.report('final', false);
    await this.evaluate('final');
    await this.pay('2021-02-03');
    await this.moveTo('2021-03-01T10:00:00+08:00');
    await waitFor('the projects', async () => {
      const closed = await this.cast.organizer.ok.all(
        `/v1/projects?roundId=${this.roundId}&state=closed`,
      );
      return closed.length === PROJECTS;
    });
  }

  private moveTo(moment: string): Promise<void> {
    return advanceTo(this.cast.administrator, moment);
  }

  private granteeOf(partyId: string): Actor {
    return this.cast.grantees.find((grantee) => grantee.partyId === partyId)!.actor;
  }

  private async signContracts(): Promise<void> {
    const contracts = await waitFor('the contracts', async () => {
      const drawn = await this.cast.approver.ok.all(
        `/v1/contracts?roundId=${this.roundId}&state=drawn`,
      );
      return drawn.length === PROJECTS ? drawn : null;
    });
    await allAtOnce(contracts, async ({ id, partyId, digest, version }) => {
      const path = `/v1/contracts/${id}/signature`;
      const body = { documentDigest: digest };
      const signed = await this.granteeOf(partyId).ok.post(path, body, { ifMatch: version });
      await this.cast.approver.ok.post(path, body, { ifMatch: signed.version });
    });
  }

  private async report(code: string, withVisit: boolean): Promise<void> {
    const projects = await this.cast.organizer.ok.all(`/v1/projects?roundId=${this.roundId}`);
    await allAtOnce(projects, async ({ id, partyId }) => {
      if (withVisit) {
        await this.cast.organizer.ok.post(`/v1/projects/${id}/visits`, {
          visitedOn: '2020-09-03',
          findings: '现场活动按计划开展，签到和照片齐全。',
          headsServed: 36,
        });
      }
      await this.granteeOf(partyId).ok.post(`/v1/projects/${id}/reports`, {
        code,
        text: '活动按计划开展，经费专账管理。',
        figures: {
          activitiesHeld: 12,
          headsServed: 600,
          spent: { amount: '30000.00', currency: 'CNY' },
        },
      });
    });
  }

  private async evaluate(code: string): Promise<void> {
    const list = `/v1/evaluations?roundId=${this.roundId}`;
    const open = await waitFor('the evaluations', async () => {
      const all = await this.cast.organizer.ok.all(list);
      const awaiting = all.filter((one) => one.code === code && one.state === 'awaiting');
      return awaiting.length === PROJECTS ? awaiting : null;
    });
    await allAtOnce(open, async ({ id, partyId }) => {
      const path = `/v1/evaluations/${id}`;
      const read = () => this.cast.organizer.ok.get(path);
      const version = async () => ({ ifMatch: (await read()).version as number });
      const assignment = { personId: this.cast.evaluator.personId };
      await this.cast.organizer.ok.post(`${path}/assignment`, assignment, await version());
      const selfReport = { text: '服务按合同完成。' };
      const grantee = this.granteeOf(partyId);
      await grantee.ok.post(`${path}/self-report`, selfReport, await version());
      const { indicators, survey } = await read();
      if (survey !== null) {
        for (const resident of this.cast.residents) {
          await resident.ok.post(`${path}/answers`, { satisfaction: 5, comment: '很好。' });
        }
      }
      const scores = Object.fromEntries(indicators.map((one: any) => [one.code, '90.00']));
      await this.cast.evaluator.ok.post(
        `${path}/sheet`,
        { scores, comment: '好。' },
        await version(),
      );
    });
    await this.moveTo(
      code === 'midterm' ? '2020-10-09T10:00:00+08:00' : '2021-02-01T10:00:00+08:00',
    );
  }

  private async pay(paidOn: string): Promise<void> {
    await waitFor('all tranches', async () => {
      const { length } = await this.cast.maker.ok.all('/v1/tranches?state=due');
      return length === PROJECTS;
    });
    const payeeOf = (partyId: string) => ({ actor: this.granteeOf(partyId), code: partyId });
    const payments = await sendWhatIsDue(this.cast, payeeOf, paidOn, PROJECTS);
    await this.moveTo(`${paidOn}T16:00:00+08:00`);
    await enterVouchers(this.cast, payments, paidOn, PROJECTS);
  }
}

const allAtOnce = <T>(items: readonly any[], act: (item: any) => Promise<T>) =>
  together(items, act, PROJECTS);

/** A round whose call has closed without a bid. @returns its id */
async function failedCall(plan: AnnouncedPlan): Promise<string> {
  const { administrator, organizer } = plan;
  const { id } = await announceRound(plan);
  await advanceTo(administrator, '2020-04-13T09:00:00+08:00');
  await waitFor('the failing of the call', async () => {
    const { lots } = await organizer.ok.get(`/v1/rounds/${id}`);
    return lots[0].state === 'failed';
  });
  return id as string;
}

function commissionOf(partyId: string, n: number): object {
  return {
    partyId,
    title: `应急服务第${n + 1}项`,
    amount: { amount: AMOUNT, currency: 'CNY' },
    reason: '征集流标，转为定向委托：该机构是本区承接过同类服务的合格机构。',
    plan: {
      summary: '为困难老人提供电话关爱、代购代办和应急物资。',
      budgetLines: [
        { code: 'staff', amount: '40000.00' },
        { code: 'materials', amount: '20000.00' },
      ],
      ownFunds: '20000.00',
      activities: [{ name: '上门关爱', times: 12, heads: 30 }],
      indicators: [{ name: '服务人次', target: 600, unit: '人次' }],
    },
  };
}
