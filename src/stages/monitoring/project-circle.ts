import { Injectable } from '@nestjs/common';
import type { Duty } from '../../access/duties';
import type { Facts } from '../../kernel/refusal';
import type { Context } from '../../platform/database/context';
import type { Audience } from '../../platform/record/domain-event';
import { Inbox, type Addressee, type NewTask } from '../../registers/inbox';
import { People } from '../../registers/people';

/** Where a project belongs: enough to know whom it concerns. */
export interface ProjectPlace {
  readonly partyId: string;
  readonly roundId: string;
  readonly unitId: string;
  readonly unitPath: string;
}

/** Who may read in the feed what happens to a project: its party, and those in charge of it. */
export function audienceOf({
  partyId,
  unitPath,
}: Pick<ProjectPlace, 'partyId' | 'unitPath'>): Audience {
  return { unitPaths: [unitPath], partyIds: [partyId] };
}

/**
 * The people around a project by their duty: its party's representatives, and whoever holds another duty for its round or at
 * its unit or above.
 */
@Injectable()
export class ProjectCircle {
  constructor(
    private readonly inbox: Inbox,
    private readonly people: People,
  ) {}

  /** Who holds the duty for the project now. */
  async holders(ctx: Context, place: ProjectPlace, duty: Duty): Promise<string[]> {
    if (duty === 'applicant') return this.people.holdersOf(ctx, duty, place.partyId);
    const atUnit = await this.people.holdersAtUnit(ctx, duty, place.unitPath);
    const ofRound = await this.people.holdersOf(ctx, duty, place.roundId);
    return [...new Set([...atUnit, ...ofRound])];
  }

  /** Opens a task for whoever holds the duty; `Inbox.done` and its kin close it for all of them. */
  async ask(
    ctx: Context,
    place: ProjectPlace,
    duty: Duty,
    task: Omit<NewTask, 'to'>,
  ): Promise<void> {
    for (const scope of scopesOf(place, duty)) {
      await this.inbox.open(ctx, { ...task, to: { duty, scope } });
    }
  }

  /** Writes to everyone who holds the duty. */
  async tell(
    ctx: Context,
    place: ProjectPlace,
    duty: Duty,
    wording: string,
    subject: { readonly kind: string; readonly id: string },
    facts: Facts,
  ): Promise<void> {
    const holders = await this.holders(ctx, place, duty);
    await this.inbox.write(ctx, holders, wording, subject, facts);
  }
}

type Scope = Extract<Addressee, { duty: Duty }>['scope'];

function scopesOf({ partyId, roundId, unitId }: ProjectPlace, duty: Duty): readonly Scope[] {
  if (duty === 'applicant') return [{ kind: 'party', id: partyId }];
  return [
    { kind: 'unit', id: unitId },
    { kind: 'round', id: roundId },
  ];
}
