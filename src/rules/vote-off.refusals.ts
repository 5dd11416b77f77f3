import { defineRefusals } from '../kernel/refusal';

/** Why the outcome of a vote-off is not taken. */
export const refuseVoteOff = defineRefusals('VOTE_OFF', {
  NOT_CONTESTED: {
    status: 422,
    zh: '申报{bid}没有进入票决，不能作为胜出项目。',
    en: 'The bid {bid} is not in the vote-off and cannot have won it.',
    whatToDo: {
      zh: '请只从进入票决的项目中选出胜出项目。',
      en: 'Name winners from the bids that are in the vote-off.',
    },
  },
  TOO_MANY: {
    status: 422,
    zh: '票决至多选出{winners}个项目，现为{given}个。',
    en: 'The vote-off has at most {winners} winners, not {given}.',
    whatToDo: { zh: '请核对票决结果后重新录入。', en: 'Check the outcome and enter it again.' },
  },
});
