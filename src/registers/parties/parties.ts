import { Injectable } from '@nestjs/common';
import type { Day } from '../../kernel/day';
import type { Instant } from '../../kernel/instant';
import type { Context } from '../../platform/database/context';
import { DoubtPayee } from './doubt-payee';
import type { AssessmentGrade, PartyKind } from './party-kinds.rules';
import type { PartyEntity } from './party.entity';
import { refuseParties } from './party.refusals';
import { PartyRepository } from './party.repository';

/** Where a party is paid. */
export interface Payee {
  readonly name: string;
  readonly account: string;
  readonly bank: string;
  readonly bankCode: string;
  /** When another person found it right; null until then, and again after every change. */
  readonly verifiedAt: Instant | null;
}

/** A party as other modules see it. */
export interface Party {
  readonly id: string;
  readonly name: string;
  readonly kind: PartyKind;
  readonly creditCode: string | null;
  readonly registeredOn: Day | null;
  readonly assessmentGrade: AssessmentGrade | null;
  /** The last day on which the grade is valid; null when that is not known. */
  readonly assessmentValidUntil: Day | null;
  readonly payee: Payee | null;
  readonly version: number;
}

/** The register of parties, for other modules. */
@Injectable()
export class Parties {
  constructor(
    private readonly repository: PartyRepository,
    private readonly doubt: DoubtPayee,
  ) {}

  /** @throws PARTIES.UNKNOWN */
  async get(ctx: Context, partyId: string): Promise<Party> {
    const party = await this.repository.find(ctx, partyId);
    if (party === null) throw refuseParties('PARTIES.UNKNOWN');
    return toParty(party);
  }

  /** Several parties at once, in no order; unknown ids are left out. */
  async getMany(ctx: Context, partyIds: readonly string[]): Promise<Party[]> {
    return (await this.repository.findMany(ctx, partyIds)).map(toParty);
  }

  /** A bank sent money back: nothing goes to the party's account before it was verified anew. */
  async doubtPayee(ctx: Context, partyId: string): Promise<void> {
    await this.doubt.execute(ctx, partyId);
  }
}

function toParty(entity: PartyEntity): Party {
  const { id, name, kind, creditCode, registeredOn, assessmentGrade, version } = entity;
  const { assessmentValidUntil } = entity;
  return {
    id,
    name,
    kind,
    creditCode,
    registeredOn,
    assessmentGrade,
    assessmentValidUntil,
    payee: payeeOf(entity),
    version,
  };
}

function payeeOf(entity: PartyEntity): Payee | null {
  const { payeeName, payeeAccount, payeeBank, payeeBankCode, payeeVerifiedAt } = entity;
  if (!payeeName || !payeeAccount || !payeeBank || !payeeBankCode) return null;
  return {
    name: payeeName,
    account: payeeAccount,
    bank: payeeBank,
    bankCode: payeeBankCode,
    verifiedAt: payeeVerifiedAt,
  };
}
