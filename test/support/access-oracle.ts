import { accessTable, type Act } from '../../src/access/access-table';
import type { Grant } from '../../src/access/access.types';
import type { Duty } from '../../src/access/duties';
import type { Operation } from './contract';
import type { Someone } from './world';
import type { Things } from './world-things';

/** How somebody's mandate stands to the things of the first street. */
export const relations = {
  above: 'a mandate for the unit above',
  ownUnit: 'a mandate for its unit',
  otherUnit: 'a mandate for another unit',
  ownRound: 'a mandate for its round',
  otherRound: 'a mandate for another round',
  ownParty: 'a mandate for its party',
  otherParty: 'a mandate for another party',
  otherTenant: 'a mandate for all of another tenant',
  otherTenantParty: 'a mandate for a party of another tenant',
} as const;
export type Relation = keyof typeof relations;

/** Who asks: one person with at most one mandate. */
export interface Asker {
  readonly name: string;
  readonly who: Someone;
  readonly duty: Duty | null;
  readonly relation: Relation | null;
  readonly isAbroad: boolean;
}

/** What must come of it. `as absent`: whatever is answered where there is no such thing. */
export type Verdict = 'allowed' | 'sign in' | 'duty missing' | 'not found' | 'as absent';

/** One question: who asks for what, and what must come of it. */
export interface Case {
  readonly operation: Operation;
  readonly asker: Asker;
  readonly verdict: Verdict;
}

/** What a thing offers to the table. */
interface Subject {
  readonly unit?: 'street' | 'city';
  readonly party?: true;
  readonly round?: true;
  readonly assigned?: readonly Someone[];
  readonly self?: Someone | 'caller';
}

const OF_UNIT: Subject = { unit: 'street' };
const OF_CITY: Subject = { unit: 'city' };
const OF_ROUND: Subject = { unit: 'street', round: true };
const OF_PARTY: Subject = { ...OF_ROUND, party: true };
const OF_CALLER: Subject = { self: 'caller' };

/** Where an act asks about something else than the last thing in its path. */
const OTHERWISE: Partial<Record<Act, Subject>> = {
  'bid.submit': { party: true },
  'question.ask': { party: true },
  // Its round stands in the query.
  'ledger.read': OF_ROUND,
  'party.verifyPayee': OF_CITY,
  'party.sanction': OF_CITY,
  'party.enterListing': OF_CITY,
  'party.enterAnnualCheck': OF_CITY,
  'party.enterEvaluation': OF_CITY,
  'party.enterProject': OF_CITY,
  'expert.register': OF_CITY,
  'screeningRules.publish': OF_CITY,
  // A list belongs to the unit above the streets of its needs.
  'guideList.draft': OF_CITY,
  'fund.create': OF_UNIT,
  'programme.create': OF_UNIT,
  'round.create': OF_UNIT,
  'need.submit': OF_UNIT,
  'challenge.submit': OF_CALLER,
  'party.register': OF_CALLER,
  'apiKey.make': OF_CALLER,
  'attachment.announce': OF_CALLER,
  'session.close': OF_CALLER,
  'person.me': OF_CALLER,
  'event.read': OF_CALLER,
  'task.list': OF_CALLER,
  'hold.list': OF_UNIT,
  'programme.list': OF_UNIT,
};

/** The decision is a supervisor's; whoever runs the round sees it as well, and no other duty that the table has. The check is an organizer's. */
const NARROWED: Partial<Record<Act, readonly Duty[]>> = {
  'decision.answer': ['supervisor'],
  'decision.read': ['organizer', 'approver', 'supervisor'],
  'decision.list': ['organizer', 'approver', 'supervisor'],
  'bid.check': ['organizer'],
};

/** Acts that tell whoever holds another of the table's duties over the thing that the duty is missing: an opened bid is no secret. */
const TELLS_DUTY: ReadonlySet<string> = new Set(['bid.check']);

/** What each list is looked through for, by its path parameter. */
export const LISTED: Partial<Record<Act, string>> = {
  'apiKey.list': 'keyId',
  'attachment.list': 'attachmentId',
  'award.list': 'awardId',
  'bid.list': 'bidId',
  'challenge.list': 'challengeId',
  'consultation.list': 'consultationId',
  'contract.list': 'contractId',
  'cycle.list': 'cycleId',
  'decision.list': 'decisionId',
  'deadLetter.list': 'messageId',
  'deputy.list': 'deputyId',
  'evaluation.list': 'evaluationId',
  'expert.list': 'expertId',
  'fund.list': 'fundId',
  'guideList.list': 'guideListId',
  'hold.list': 'holdId',
  'mandate.list': 'mandateId',
  'need.list': 'needId',
  'panel.list': 'panelId',
  'party.list': 'partyId',
  'payment.list': 'paymentId',
  'paymentBatch.list': 'batchId',
  'person.list': 'personId',
  'programme.list': 'programmeId',
  'recovery.list': 'recoveryId',
  'project.list': 'projectId',
  'question.list': 'questionId',
  'round.list': 'roundId',
  'screeningSheet.list': 'needId',
  'seat.list': 'seatId',
  'tranche.list': 'trancheId',
  'yearClosing.list': 'closingId',
};

/** Whether an operation is a list that shows more or less, and refuses nobody who has the duty. */
export const isList = ({ act }: Operation): boolean => act in LISTED;

/**
 * Acts that tell what is not there from what is not theirs: whoever is signed in may list the units of the tenant, and a street
 * knows its own needs when it may not make a list of them.
 */
const TELLING: ReadonlySet<string> = new Set([
  ...['fund.create', 'need.submit', 'programme.create'],
  'guideList.draft',
]);

/** Acts without a thing in their path whose bodies name one. */
const NAMING: ReadonlySet<string> = new Set([
  ...TELLING,
  ...['expert.register', 'round.create', 'unit.create'],
]);

/** Works out from the access table, and not with the service's own decision, what must come of whoever asks for whatever. */
export class AccessOracle {
  /** As it was when the tests began: what is done to the service's own table does not count here. */
  private readonly table = structuredClone(accessTable);
  private readonly byThing: Readonly<Record<string, Subject>>;

  constructor(private readonly here: Things) {
    const { submitter, objector, asker, owner, expert, evaluator, holder, deputy } = here.people;
    this.byThing = {
      ...{ roundId: OF_ROUND, correctionId: OF_ROUND, lotId: OF_ROUND },
      decisionId: OF_ROUND,
      ...{ bidId: OF_PARTY, awardId: OF_PARTY, contractId: OF_PARTY },
      amendmentId: OF_PARTY,
      rectificationId: { ...OF_PARTY, assigned: [evaluator] },
      ...{ trancheId: OF_PARTY, paymentId: OF_PARTY },
      ...{ recoveryId: OF_PARTY, repaymentId: OF_UNIT },
      ...{
        batchId: OF_UNIT,
        fundId: OF_UNIT,
        closingId: OF_UNIT,
        guideListId: OF_UNIT,
        consultationId: OF_UNIT,
      },
      projectId: { ...OF_PARTY, assigned: [evaluator] },
      evaluationId: { ...OF_PARTY, assigned: [evaluator] },
      challengeId: { ...OF_PARTY, self: objector },
      questionId: { ...OF_ROUND, self: asker },
      panelId: { ...OF_ROUND, assigned: [expert] },
      seatId: { ...OF_ROUND, assigned: [expert] },
      sheetId: { assigned: [expert] },
      cycleId: { ...OF_UNIT, assigned: [expert] },
      needId: { ...OF_UNIT, self: submitter, assigned: [expert] },
      expertId: { ...OF_CITY, self: expert },
      partyId: { party: true },
      noteId: OF_CITY,
      attachmentId: { self: owner },
      n: { self: owner },
      keyId: { self: owner },
      personId: {},
      mandateId: { self: holder },
      deputyId: { ...OF_CITY, self: holder, assigned: [deputy] },
      messageId: OF_CITY,
      noticeId: {},
    };
  }

  /** Whether the thing that a path names is known. */
  knows(parameter: string): boolean {
    return parameter in this.byThing;
  }

  /** The verdict on every operation for every asker, asker by asker, so that the service knows each of them while they ask. */
  cases(askers: readonly Asker[], operations: readonly Operation[]): Case[] {
    return askers.flatMap((asker) =>
      operations
        .filter((operation) => this.isTelling(operation, asker))
        .map((operation) => ({ operation, asker, verdict: this.verdictOn(operation, asker) }))
        .filter(({ operation, verdict }) => !isList(operation) || verdict === 'duty missing'),
    );
  }

  /** Whether a list shows the thing it is looked through for; null for whom the list itself is refused. */
  sees(operation: Operation, asker: Asker): boolean | null {
    const act = operation.act as Act;
    if (!this.mayKnock(act, asker)) return null;
    return !asker.isAbroad && this.holdsAny(act, asker, this.listedSubject(act));
  }

  /** Where nobody's duty is enough, one mandate shows it as well as nine. */
  private isTelling({ act }: Operation, { duty, relation }: Asker): boolean {
    const { allow } = this.table[act as Act];
    if ('public' in allow) return duty === null;
    if (relation === null || relation === 'above') return true;
    return allow.some((grant) => grant.duty === duty);
  }

  private verdictOn({ act: name, pathParameters }: Operation, asker: Asker): Verdict {
    const act = name as Act;
    if ('public' in this.table[act].allow) return 'allowed';
    if (!this.mayKnock(act, asker)) return 'duty missing';
    const last = pathParameters.at(-1);
    const subject = OTHERWISE[act] ?? (last === undefined ? {} : this.byThing[last]!);
    if (asker.isAbroad) return this.verdictAbroad(act, asker, subject, last !== undefined);
    if (this.holdsAny(act, asker, subject)) return 'allowed';
    if (TELLS_DUTY.has(act) && this.holdsOver(act, asker, subject)) return 'duty missing';
    // Needs beyond one's reach are told as such that were never selected.
    return act === 'guideList.draft' && asker.relation !== 'ownUnit' ? 'as absent' : 'not found';
  }

  private verdictAbroad(act: Act, asker: Asker, subject: Subject, isNamed: boolean): Verdict {
    if (isNamed || act === 'ledger.read') return 'not found';
    // In their own tenant they may do as much as their mandate says; what the body names is not there.
    if (NAMING.has(act)) return 'as absent';
    return this.holdsAtHome(act, asker, subject) ? 'allowed' : 'not found';
  }

  /** Whether a refusal must be the same as where there is nothing. */
  mustNotTell({ operation, verdict }: Case): boolean {
    return verdict !== 'duty missing' && !TELLING.has(operation.act);
  }

  private listedSubject(act: Act): Subject {
    return OTHERWISE[act] ?? this.byThing[LISTED[act]!]!;
  }

  private grantsOf(act: Act): readonly Grant[] {
    const { allow } = this.table[act];
    return 'public' in allow ? [] : allow;
  }

  private mayKnock(act: Act, asker: Asker): boolean {
    return this.grantsOf(act).some(({ duty }) => this.hasDuty(asker, duty));
  }

  private hasDuty({ duty: own, who }: Asker, duty: Grant['duty']): boolean {
    if (duty === 'anyone' || own === duty) return true;
    const { expert, evaluator, holder } = this.here.people;
    return (
      own === null &&
      ((who === expert && duty === 'expert') ||
        (who === evaluator && duty === 'evaluator') ||
        (who === holder && duty === 'organizer'))
    );
  }

  private holdsAny(act: Act, asker: Asker, subject: Subject): boolean {
    return this.grantsOf(act)
      .filter(({ duty }) => NARROWED[act]?.includes(duty as Duty) ?? true)
      .some((grant) => this.holds(grant, asker, subject));
  }

  private holdsOver(act: Act, asker: Asker, subject: Subject): boolean {
    return this.grantsOf(act).some((grant) => this.holds(grant, asker, subject));
  }

  private holdsAtHome(act: Act, asker: Asker, { self }: Subject): boolean {
    return this.grantsOf(act).some(
      ({ duty, relation }) =>
        this.hasDuty(asker, duty) &&
        (self === 'caller' || relation === 'tenant' || asker.relation === 'otherTenant'),
    );
  }

  private holds({ duty, relation }: Grant, asker: Asker, subject: Subject): boolean {
    if (!this.hasDuty(asker, duty)) return false;
    const { who } = asker;
    switch (relation) {
      case 'tenant':
        return true;
      case 'self':
        return subject.self === 'caller' || subject.self === who;
      case 'assigned':
        return subject.assigned?.includes(who) ?? false;
      case 'party':
        return subject.party === true && asker.relation === 'ownParty';
      case 'unit':
      case 'area':
        return this.isOver(asker, subject);
      case 'round':
        return (
          this.isOver(asker, subject) || (subject.round === true && asker.relation === 'ownRound')
        );
    }
  }

  private isOver({ relation, duty, who }: Asker, { unit }: Subject): boolean {
    const { expert, evaluator, holder } = this.here.people;
    // Who is named on things holds their duty for the whole city.
    const isNamed = duty === null && [expert, evaluator, holder].includes(who);
    const isAbove = (relation === 'above' || isNamed) && unit !== undefined;
    return isAbove || (relation === 'ownUnit' && unit === 'street');
  }
}
