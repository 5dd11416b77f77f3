import { Injectable } from '@nestjs/common';
import type { Duty } from '../../../access/duties';
import type { Context } from '../../../platform/database/context';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { Rounds } from '../../rounds';
import { audienceOf } from '../contract-moves';
import { ContractRepository } from '../contract.repository';
import { contractWordings } from '../contract.wordings';
import type { ChangeEntity } from './change.entity';
import { ChangeRepository } from './change.repository';
import { changeTransitions, type ChangeMove } from './change.transitions';

const events: Readonly<Record<ChangeMove, string>> = {
  note: 'contracts.change-noted',
  approve: 'contracts.change-approved',
  refuse: 'contracts.change-refused',
  lapse: 'contracts.change-lapsed',
};

/** The one way in which changes move, and whom that is told. */
@Injectable()
export class ChangeBook {
  constructor(
    private readonly contracts: ContractRepository,
    private readonly repository: ChangeRepository,
    private readonly rounds: Rounds,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /** @param change locked by the caller, or new @throws STATE.OUT_OF_ORDER */
  async move(ctx: Context, change: ChangeEntity, move: ChangeMove): Promise<void> {
    change.state = changeTransitions.next(change.state, move);
    change.version += 1;
    await this.repository.update(ctx, change);
    await recordChange(ctx, change, move);
    await this.inbox.done(ctx, contractWordings.decideChange, change.id);
  }

  /** Asks whoever decides: the other side of an agreement, the approvers of anything else. */
  async askToDecide(ctx: Context, change: ChangeEntity): Promise<void> {
    const duty = deciderOf(change);
    const { unitId } = await this.rounds.get(ctx, change.roundId);
    const scope =
      duty === 'applicant'
        ? ({ kind: 'party', id: change.partyId } as const)
        : ({ kind: 'unit', id: unitId } as const);
    await this.inbox.open(ctx, {
      kind: contractWordings.decideChange,
      subject: { kind: 'contractChange', id: change.id },
      to: { duty, scope },
      facts: await this.factsOf(ctx, change),
    });
  }

  /** Writes to the party and to the officers of the unit. */
  async tellBoth(ctx: Context, change: ChangeEntity, wording: string): Promise<void> {
    const { id, partyId, unitPath } = change;
    const told = [
      ...(await this.people.holdersOf(ctx, 'applicant', partyId)),
      ...(await this.people.holdersAtUnit(ctx, 'organizer', unitPath)),
      ...(await this.people.holdersAtUnit(ctx, 'approver', unitPath)),
    ];
    const subject = { kind: 'contractChange', id };
    await this.inbox.write(ctx, told, wording, subject, await this.factsOf(ctx, change));
  }

  /** The contract is over: what nobody has decided comes to nothing. */
  async lapseOf(ctx: Context, contractId: string): Promise<void> {
    for (const change of await this.repository.lockOpen(ctx, contractId)) {
      await this.move(ctx, change, 'lapse');
    }
  }

  private async factsOf(ctx: Context, { contractId, rules }: ChangeEntity) {
    const contract = (await this.contracts.find(ctx, contractId))!;
    return { title: contract.document.title, change: rules.name.zh };
  }
}

/** Whose duty it is to decide on a change. */
export function deciderOf({
  side,
  rules: { approval },
}: Pick<ChangeEntity, 'side' | 'rules'>): Duty & ('approver' | 'applicant') {
  return approval === 'agreement' && side === 'funder' ? 'applicant' : 'approver';
}

/** Records what happened to a change; without a move, that it was asked for. What it states stays out of the record. */
export async function recordChange(
  ctx: Context,
  change: ChangeEntity,
  move: ChangeMove | null,
): Promise<void> {
  const { id, version, contractId, awardId, roundId, code, side } = change;
  await ctx.record({
    name: move === null ? 'contracts.change-requested' : events[move],
    aggregate: { kind: 'contractChange', id, version },
    move,
    roundId,
    body: { contractId, awardId, code, side },
    audience: audienceOf(change),
    // One that ends the project is for its process.
    nudges: [{ kind: 'project', id: awardId }],
  });
}
