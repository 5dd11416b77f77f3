import { newId } from '../../../src/kernel/id';
import { sha256Hex } from '../../../src/platform/crypto/digest';
import { application } from '../../support/applications';
import {
  approvedRound,
  BEFORE_CALL,
  bidder,
  bidRequest,
  CALL_OPENS,
  fundingBody,
} from '../../support/round-story';
import { effectsOfAct, type Race } from '../race';

/** The same bid sent fifty times under one key: one bid, one receipt. */
export const submitKey: Race = {
  name: 'submit-key',
  zh: '同一幂等键提交投标',
  en: 'one bid under one key',
  startsAt: BEFORE_CALL,
  refusals: ['HTTP.KEY_IN_FLIGHT'],
  repeatsAnswer: true,
  async prepare(stage) {
    const { lots } = await approvedRound(await fundingBody(stage));
    await stage.advanceTo(CALL_OPENS);
    const { actor, partyId } = await bidder(stage);
    const trial = () => {
      const key = newId();
      const content = application({ title: `项目${key}` });
      const path = `/v1/lots/${lots[0].id}/bids`;
      return {
        call: () => actor.post(path, bidRequest(partyId, content), { key }),
        effects: async () => {
          const digest = sha256Hex(JSON.stringify(content));
          const bids = await stage.sql(
            `SELECT bid_id AS id FROM bid_versions WHERE content_digest = $1`,
            [digest],
          );
          const aggregate = { kind: 'bid', id: bids[0]?.id ?? newId() };
          return { bids: bids.length, ...(await effectsOfAct(stage, aggregate, null, key)) };
        },
      };
    };
    return (howMany) => Promise.resolve(Array.from({ length: howMany }, trial));
  },
};
