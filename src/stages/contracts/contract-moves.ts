import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import type { Audience, Json, ProcessRef } from '../../platform/record/domain-event';
import type { ContractEntity } from './contract.entity';
import { ContractRepository } from './contract.repository';
import { contractTransitions } from './contract.transitions';

type ContractMove = keyof typeof contractTransitions.moves;

const contractEvents: Readonly<Record<ContractMove, string>> = {
  sign: 'contracts.contract-signed',
  enter: 'contracts.contract-entered-into-force',
  refuse: 'contracts.contract-refused',
  amend: 'contracts.contract-amended',
  end: 'contracts.contract-ended',
  terminate: 'contracts.contract-terminated',
};

/** What goes with a move of a contract. */
interface ContractMoved {
  readonly body?: Readonly<Record<string, Json>>;
  readonly nudges?: readonly ProcessRef[];
}

/** Moves a contract, saves it and records its event; the caller has locked it. */
@Injectable()
export class ContractMoves {
  constructor(private readonly repository: ContractRepository) {}

  /** @throws STATE.OUT_OF_ORDER */
  async move(
    ctx: Context,
    contract: ContractEntity,
    move: ContractMove,
    { body = {}, nudges = [] }: ContractMoved = {},
  ): Promise<void> {
    contract.state = contractTransitions.next(contract.state, move);
    contract.version += 1;
    await this.repository.update(ctx, contract);
    await ctx.record({
      name: contractEvents[move],
      aggregate: { kind: 'contract', id: contract.id, version: contract.version },
      move,
      roundId: contract.roundId,
      body: { awardId: contract.awardId, digest: contract.digest, ...body },
      audience: audienceOf(contract),
      nudges,
    });
  }
}

/** Those who follow a contract: its party, and the officials of its unit. */
export function audienceOf({
  unitPath,
  partyId,
}: Pick<ContractEntity, 'unitPath' | 'partyId'>): Audience {
  return { unitPaths: [unitPath], partyIds: [partyId] };
}
