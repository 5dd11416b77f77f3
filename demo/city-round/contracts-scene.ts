import { waitFor } from '../clock';
import { together } from '../together';
import type { Cast } from './cast';
import type { Bidder } from './register-scene';
import type { Year } from './year';

/** Contracts are drawn from bid and award; both sides sign what they have read. */
export async function signContracts(
  { approver }: Cast,
  roundId: string,
  bidders: readonly Bidder[],
  year: Year,
): Promise<void> {
  const contracts = await waitFor('the contracts', async () => {
    const awards = await approver.ok.all(`/v1/awards?roundId=${roundId}`);
    const wanted = awards.filter(({ state }) => ['noticed', 'confirmed'].includes(state)).length;
    const drawn = await approver.ok.all(`/v1/contracts?roundId=${roundId}&state=drawn`);
    return drawn.length === wanted ? drawn : null;
  });
  const granteeOf = ({ partyId }: any) =>
    bidders.find((bidder) => bidder.partyId === partyId)!.actor;
  const [first] = contracts;
  const path = `/v1/contracts/${first.id}/signature`;
  const unread = { documentDigest: '0'.repeat(64) };
  const blind = granteeOf(first).post(path, unread, { ifMatch: first.version });
  await year.refused('社会组织', '签署未读过的合同文本', 'CONTRACTS.DIGEST_DIFFERS', blind);
  await together(contracts, async (contract) => {
    const body = { documentDigest: contract.digest };
    const own = `/v1/contracts/${contract.id}/signature`;
    const grantee = granteeOf(contract);
    const signed = await grantee.ok.post(own, body, { ifMatch: contract.version });
    if (contract === first) {
      const twice = grantee.post(own, body, { ifMatch: signed.version });
      await year.refused('社会组织', '同一合同签两次', 'CONTRACTS.ALREADY_SIGNED', twice);
    }
    await approver.ok.post(own, body, { ifMatch: signed.version });
  });
  year.note(`签订合同${contracts.length}份`, `${contracts.length} contracts are signed`);
}
