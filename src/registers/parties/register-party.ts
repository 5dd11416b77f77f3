import { Injectable } from '@nestjs/common';
import { dayOf, type Day } from '../../kernel/day';
import { newId } from '../../kernel/id';
import type { Context } from '../../platform/database/context';
import { violatedConstraint } from '../../platform/database/door';
import { Mandates } from '../people';
import { requireCreditCode } from './credit-code.rules';
import { isSocialOrganization, type AssessmentGrade, type PartyKind } from './party-kinds.rules';
import { foldName, toName } from './party-name.rules';
import { PartyEntity } from './party.entity';
import { refuseParties } from './party.refusals';
import { PartyRepository } from './party.repository';

/** What is told of a new party. */
export interface NewParty {
  readonly kind: PartyKind;
  readonly name: string;
  readonly creditCode: string | null;
  readonly registeredOn: Day | null;
  readonly assessmentGrade: AssessmentGrade | null;
  readonly assessmentValidUntil: Day | null;
}

/** Registers a party; whoever does it becomes its representative. */
@Injectable()
export class RegisterParty {
  constructor(
    private readonly repository: PartyRepository,
    private readonly mandates: Mandates,
  ) {}

  /**
   * @throws PARTIES.NAME_UNREADABLE, PARTIES.NAME_TAKEN, PARTIES.CODE_TAKEN, PARTIES.REGISTERED_LATER,
   * PARTIES.GRADE_NOT_EXPECTED, PARTIES.GRADE_MISSING, what requireCreditCode throws, and PEOPLE.DUTIES_CONFLICT for an administrator
   */
  async execute(ctx: Context, wanted: NewParty): Promise<PartyEntity> {
    const { personId } = ctx;
    ctx.require('party.register', { personId });
    const party = newParty(wanted);
    requirePast(wanted.registeredOn, dayOf(await ctx.now()));
    await this.insert(ctx, party);
    await ctx.record({
      name: 'parties.party-registered',
      aggregate: { kind: 'party', id: party.id, version: 1 },
      move: null,
      body: { kind: party.kind },
      audience: { partyIds: [party.id], personIds: [personId] },
    });
    await this.mandates.give(ctx, {
      personId,
      duty: 'applicant',
      scopeKind: 'party',
      scopeId: party.id,
      untilAt: null,
    });
    return party;
  }

  private async insert(ctx: Context, party: PartyEntity): Promise<void> {
    try {
      await this.repository.insert(ctx, party);
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (constraint === 'parties_one_name') throw refuseParties('PARTIES.NAME_TAKEN', {}, '/name');
      if (constraint === 'parties_tenant_id_credit_code_key') {
        throw refuseParties('PARTIES.CODE_TAKEN', {}, '/creditCode');
      }
      throw error;
    }
  }
}

function newParty({ kind, creditCode, ...wanted }: NewParty): PartyEntity {
  const name = toName(wanted.name, '/name');
  requireCreditCode(creditCode, kind);
  if (wanted.assessmentGrade !== null && !isSocialOrganization(kind)) {
    throw refuseParties('PARTIES.GRADE_NOT_EXPECTED', {}, '/assessmentGrade');
  }
  if (wanted.assessmentValidUntil !== null && wanted.assessmentGrade === null) {
    throw refuseParties('PARTIES.GRADE_MISSING', {}, '/assessmentGrade');
  }
  return Object.assign(new PartyEntity(), {
    ...wanted,
    id: newId(),
    kind,
    name,
    nameFolded: foldName(name),
    creditCode,
    payeeName: null,
    payeeAccount: null,
    payeeBank: null,
    payeeBankCode: null,
    payeeEnteredBy: null,
    payeeEnteredVersion: null,
    payeeVerifiedAt: null,
    payeeVerifiedBy: null,
    version: 1,
  });
}

function requirePast(registeredOn: Day | null, today: Day): void {
  if (registeredOn === null || registeredOn <= today) return;
  throw refuseParties('PARTIES.REGISTERED_LATER', { today }, '/registeredOn');
}
