import type { Context } from '../../platform/database/context';
import type { ContractSide } from './contract.entity';

/** For which side of a contract the caller acts: for the party whoever represents it, for the funding body everyone else. */
export function sideOf(ctx: Context, { partyId }: { readonly partyId: string }): ContractSide {
  const standsForParty = ctx.caller.mandates.some(
    ({ duty, scope }) => duty === 'applicant' && scope.kind === 'party' && scope.id === partyId,
  );
  return standsForParty ? 'grantee' : 'funder';
}
