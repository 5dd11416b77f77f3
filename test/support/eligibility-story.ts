import type { QualificationCheck, RuleSet } from '../../src/rules';
import { toDay } from '../../src/kernel/day';
import { application } from './applications';
import { upload } from './attachments-story';
import { creditCode } from './credit-codes';
import { officer } from './registers';
import {
  approvedRound,
  bidder,
  bidRequest,
  fundingBody,
  open,
  type Bidder,
  type FundingBody,
} from './round-story';
import type { Actor, Stage } from './stage';

/** A text in both languages. */
export const named = (en: string) => ({ zh: `名称（${en}）`, en });
const reason = '年检公示，2020年4月查询';

/** Three classes with conditions of their own, two lists with look-backs of their own, and a question to the street. */
function threeClasses(rules: RuleSet): void {
  const social = ['association', 'service-institution', 'foundation'] as const;
  rules.applicants = {
    classes: [
      { code: 'start-up', name: named('Start-ups'), kinds: [...social] },
      { code: 'centre', name: named('Centres') },
      { code: 'rated', name: named('Rated organizations'), kinds: [...social] },
    ],
  };
  const more: QualificationCheck[] = [
    { variant: 'registered-from', from: toDay('2019-01-01'), for: { classes: ['start-up'] } },
    { variant: 'annual-check-passed', years: [2018], for: { classes: ['centre'] } },
    {
      ...{ variant: 'past-evaluation-passed', evaluation: 'midterm', years: [2019] },
      ...{ whenNotTakenPart: 'pass', for: { classes: ['centre'] } },
    },
    { variant: 'assessment-grade-at-least', grade: '3A', for: { classes: ['rated'] } },
    { variant: 'clean-of', list: 'abnormal-operations', lookBackMonths: 12 },
    { variant: 'clean-of', list: 'serious-violations', lookBackMonths: 24 },
    { variant: 'no-open-project' },
    { variant: 'declared', code: 'no-debts', statement: named('No debts') },
    { variant: 'attached', code: 'licence', document: named('Licence') },
    { variant: 'judged', code: 'local', question: named('Local?'), by: 'streetOfficer' },
  ];
  rules.qualification.push(...more);
}

/** A bid with the one who made it. */
export interface MadeBid {
  readonly id: string;
  readonly by: Bidder;
}

/** Bids of three classes in one call, opened and checked by rule: some that wait for people alone, one for each check that fails. */
export class EligibilityStory {
  readonly sound: Record<string, MadeBid> = {};
  /** By the code of the check that puts it out. */
  readonly failing: Record<string, MadeBid> = {};

  private constructor(
    private readonly stage: Stage,
    readonly body: FundingBody,
    readonly street: Actor,
    readonly lotId: string,
  ) {}

  /** @param stage stands before the call of the small round */
  static async play(stage: Stage): Promise<EligibilityStory> {
    const body = await fundingBody(stage);
    const street = await officer(stage, 'streetOfficer');
    const round = await approvedRound(body, threeClasses);
    await stage.advanceTo('2020-03-10T09:00:00+08:00');
    const story = new EligibilityStory(stage, body, street, round.lots[0].id as string);
    await story.makeSoundBids();
    await story.makeFailingBids();
    await stage.advanceTo('2020-04-11T09:00:00+08:00');
    await open(body, story.lotId);
    await stage.settled();
    return story;
  }

  /** Enters something in the record of a party. */
  enter(partyId: string, what: string, note: object): Promise<any> {
    return this.body.organizer.ok.post(`/v1/parties/${partyId}/${what}`, { reason, ...note });
  }

  /** A bid as an organizer sees it. */
  seen({ id }: Pick<MadeBid, 'id'>): Promise<any> {
    return this.body.organizer.ok.get(`/v1/bids/${id}`);
  }

  /** The codes of the checks that a bid has failed. */
  async failedOf(bid: MadeBid): Promise<string[]> {
    const { checks } = await this.seen(bid);
    const failed = checks.filter(({ verdict }: any) => verdict === 'fail');
    return failed.map(({ code }: any) => code as string);
  }

  /** One check of a bid. */
  async checkOf(bid: MadeBid, code: string): Promise<any> {
    return (await this.seen(bid)).checks.find((one: any) => one.code === code);
  }

  /** A bid that passes all that a rule decides, but for what is changed; its file is uploaded with it. */
  private async bid(by: Bidder, applicantClass: string, changes: object = {}): Promise<MadeBid> {
    const { actor, partyId } = by;
    const content = application({
      ...{ applicantClass, declarations: ['no-debts'], documents: { licence: 1 } },
      ...changes,
    });
    const request = { ...bidRequest(partyId, content), attachments: [await upload(actor)] };
    const { id } = await actor.ok.post(`/v1/lots/${this.lotId}/bids`, request);
    return { id, by };
  }

  private async bidOf(applicantClass: string, party: object = {}, content: object = {}) {
    return this.bid(await bidder(this.stage, party), applicantClass, content);
  }

  private async makeSoundBids(): Promise<void> {
    this.sound['startUp'] = await this.bidOf('start-up', { registeredOn: '2019-01-01' });
    const centre = await bidder(this.stage, { assessmentGrade: undefined });
    await this.enter(centre.partyId, 'annual-checks', { year: 2018, passed: true });
    await this.enter(centre.partyId, 'listings', {
      ...{ list: 'abnormal-operations', from: '2018-01-01', until: '2019-04-09' },
    });
    this.sound['centre'] = await this.bid(centre, 'centre');
    this.sound['unchecked'] = await this.bidOf('centre');
    this.sound['rated'] = await this.bidOf('rated', {
      ...{ assessmentGrade: '3A', assessmentValidUntil: '2020-04-10' },
    });
    await this.enter(this.sound['rated'].by.partyId, 'earlier-projects', {
      ...{ year: 2019, from: '2019-02-01', until: '2020-02-01' },
    });
  }

  private async makeFailingBids(): Promise<void> {
    const { failing } = this;
    failing['registered-from'] = await this.bidOf('start-up', { registeredOn: '2018-12-31' });
    failing['applicant-class'] = await this.bidOf('start-up', {
      ...{ kind: 'enterprise', creditCode: creditCode('enterprise', 4711) },
      ...{ assessmentGrade: undefined, registeredOn: '2019-03-01' },
    });
    failing['assessment-grade-at-least'] = await this.bidOf('rated', {
      ...{ assessmentGrade: '5A', assessmentValidUntil: '2020-04-09' },
    });
    failing['no-debts'] = await this.bidOf('rated', {}, { declarations: [] });
    failing['licence'] = await this.bidOf('rated', {}, { documents: { licence: 2 } });
    await this.failByRecord('annual-check-passed', 'centre', 'annual-checks', {
      ...{ year: 2018, passed: false },
    });
    await this.failByRecord('past-evaluation-passed', 'centre', 'past-evaluations', {
      ...{ evaluation: 'midterm', year: 2019, passed: false, on: '2019-08-01' },
    });
    await this.failByRecord('clean-of', 'rated', 'listings', {
      ...{ list: 'abnormal-operations', from: '2018-01-01', until: '2019-04-10' },
    });
    await this.failByRecord('clean-of-2', 'rated', 'listings', {
      ...{ list: 'serious-violations', from: '2018-01-01', until: '2018-04-10' },
    });
    await this.failByRecord('no-open-project', 'rated', 'earlier-projects', {
      ...{ year: 2019, from: '2019-02-01' },
    });
  }

  private async failByRecord(code: string, ofClass: string, what: string, note: object) {
    this.failing[code] = await this.bidOf(ofClass);
    await this.enter(this.failing[code].by.partyId, what, note);
  }
}
