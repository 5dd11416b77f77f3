import { Injectable } from '@nestjs/common';
import type { Duty } from '../../access/duties';
import { printAmount } from '../../kernel/money';
import type { Facts } from '../../kernel/refusal';
import type { Context } from '../../platform/database/context';
import { Inbox, type NewTask } from '../../registers/inbox';
import { People } from '../../registers/people';
import type { Project } from '../monitoring';
import type { TrancheEntity } from './tranches/tranche.entity';

/** Where something is paid, and to whom. */
interface Place {
  readonly unitId: string;
  readonly unitPath: string;
  readonly partyId: string;
}

/** Whom the payments stage asks and tells: the party that is paid, and the staff of the unit that pays. */
@Injectable()
export class PaymentsDesk {
  constructor(
    private readonly inbox: Inbox,
    private readonly people: People,
  ) {}

  /** Opens a task for the representatives of the party, or for whoever holds a duty at the unit that pays. */
  async ask(
    ctx: Context,
    place: Pick<Place, 'unitId'> & { readonly partyId?: string },
    duty: Duty,
    task: Omit<NewTask, 'to'>,
  ): Promise<void> {
    const scope =
      duty === 'applicant' && place.partyId !== undefined
        ? ({ kind: 'party', id: place.partyId } as const)
        : ({ kind: 'unit', id: place.unitId } as const);
    await this.inbox.open(ctx, { ...task, to: { duty, scope } });
  }

  /** Writes to the representatives of the party, or to whoever holds a duty at the unit that pays or above it. */
  async tell(
    ctx: Context,
    place: Pick<Place, 'unitPath'> & { readonly partyId?: string },
    duty: Duty,
    wording: string,
    subject: NewTask['subject'],
    facts: Facts,
  ): Promise<void> {
    const holders =
      duty === 'applicant' && place.partyId !== undefined
        ? await this.people.holdersOf(ctx, duty, place.partyId)
        : await this.people.holdersAtUnit(ctx, duty, place.unitPath);
    await this.inbox.write(ctx, holders, wording, subject, facts);
  }

  /** What waited was done. */
  async done(ctx: Context, wording: string, subjectId: string): Promise<void> {
    await this.inbox.done(ctx, wording, subjectId);
  }

  /** What waited no longer matters. */
  async withdraw(ctx: Context, wording: string, subjectId: string): Promise<void> {
    await this.inbox.withdraw(ctx, wording, subjectId);
  }
}

/** What the wordings speak of: the project's title, the tranche's code, and the amount. */
export function factsOf(
  { title }: Project,
  tranche: TrancheEntity,
): { title: string; tranche: string; amount: string } {
  const amountFen = tranche.payableFen ?? tranche.plannedFen;
  return { title, tranche: tranche.code, amount: printAmount(amountFen) };
}
