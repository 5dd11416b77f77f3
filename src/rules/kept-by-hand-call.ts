import { byHand, type KeptByHand } from './by-hand';
import { pointerTo } from './json-pointer';
import type { ForwardingLayer, GiftRules, RuleSet, Timetable, VoteRules } from './rule-set.types';

/** What people see to until the call has closed and the bids are forwarded. */
export function keptByHandInCall(rules: RuleSet): KeptByHand[] {
  return [
    ...ofTheWhole(rules),
    ...ofChannels(rules.timetable),
    ...ofLots(rules),
    ...ofApplicants(rules),
    ...(rules.forwarding ?? []).flatMap((layer, index) =>
      ofForwarding(layer, pointerTo('forwarding', index)),
    ),
    ...(rules.gifts === undefined ? [] : ofGifts(rules.gifts)),
    ...(rules.votes === undefined ? [] : ofVotes(rules.votes)),
  ];
}

function ofTheWhole({ regime, sealing, calendar }: RuleSet): KeptByHand[] {
  return [
    ...(regime === 'procurement'
      ? [
          byHand(
            pointerTo('regime'),
            '招标、结果和合同公告须由人在财政部门指定的媒体发布；保证金、中标通知书在系统之外办理。',
            'The notices of the call, the result and the contract are published by people in the media that the law names; deposits and the letter of award are seen to outside the service.',
          ),
        ]
      : []),
    ...(sealing.mode === 'open'
      ? [
          byHand(
            pointerTo('sealing', 'mode'),
            '规则为随到随阅；系统在开标前仍对任何人隐藏申报，随到随阅须在系统之外办理。',
            'The rules let bids be read as they come in; the service hides all of them until the opening, so reading them earlier is done outside it.',
          ),
        ]
      : []),
    ...(calendar === 'CN'
      ? []
      : [
          byHand(
            pointerTo('calendar'),
            '公众假日取自软件库，未经主管机关确认，须由人核对；一日的起止按北京时间计算。',
            'The public holidays come from a library and no authority has confirmed them: people check them. A day begins and ends by Beijing time.',
          ),
        ]),
  ];
}

function ofChannels({ channels = [], projectMonths }: Timetable): KeptByHand[] {
  const isOnline = channels.length === 0 || channels.some(({ kind }) => kind === 'portal');
  return [
    ...channels.flatMap(({ kind, name, required }, index) =>
      kind === 'portal'
        ? []
        : [
            byHand(
              pointerTo('timetable', 'channels', index),
              `“${name.zh}”在系统之外办理，是否收到、是否按时由人核对${required ? '，缺少的由人在资格审查中认定无效' : ''}。`,
              `"${name.en}" takes place outside the service: people check what has come and when${required ? ', and put out at the qualification check what lacks it' : ''}.`,
            ),
          ],
    ),
    ...(isOnline
      ? []
      : [
          byHand(
            pointerTo('timetable', 'channels'),
            '系统只受理网上申报；经其他方式提交的，须由申报单位同时在网上提交。',
            'The service takes bids online alone: whoever bids in another way has to do so online as well.',
          ),
        ]),
    ...(projectMonths === undefined
      ? []
      : [
          byHand(
            pointerTo('timetable', 'projectMonths'),
            '项目周期的长短由人在资格审查中核对。',
            'How long a project lasts is looked at by people at the qualification check.',
          ),
        ]),
  ];
}

function ofLots({ lots, categories }: RuleSet): KeptByHand[] {
  const arePhases = lots.some(({ closesAt }) => closesAt !== undefined);
  return [
    ...(arePhases
      ? [
          byHand(
            pointerTo('lots'),
            '各期分别受理和开标，资格审查待各期均已开标后一并开始。',
            'Each phase takes bids and is opened at its own time; the qualification begins when all of them are opened.',
          ),
        ]
      : []),
    ...categories.flatMap(({ basis, name }, index) =>
      basis === 'directed-commission'
        ? [
            byHand(
              pointerTo('categories', index, 'basis'),
              `“${name.zh}”不参加评选；系统不阻止以该类别申报，由人在资格审查中排除，并另行定向委托。`,
              `"${name.en}" is not competed for; the service does not keep bids out of it, people do so at the qualification check and commission it directly.`,
            ),
          ]
        : [],
    ),
  ];
}

function ofApplicants({ applicants }: RuleSet): KeptByHand[] {
  return [
    ...(applicants?.viaHost === undefined
      ? []
      : [
          byHand(
            pointerTo('applicants', 'viaHost'),
            '由谁代为申报、被代理方是否符合条件，由人核对。',
            'In whose name somebody bids, and whether that one is eligible, is checked by people.',
          ),
        ]),
    ...(applicants?.jointBids === 'allowed'
      ? [
          byHand(
            pointerTo('applicants', 'jointBids'),
            '资格审查按规则只查申报主体；联合申报的其他主体是否符合条件，由人核对。',
            'The rules check the party that bids; whether those who bid together with it are eligible is checked by people.',
          ),
        ]
      : []),
  ];
}

function ofForwarding({ name, dueOn, ranks, onlyFor }: ForwardingLayer, at: string): KeptByHand[] {
  return [
    ...(dueOn === undefined
      ? []
      : [
          byHand(
            at + pointerTo('dueOn'),
            `“${name.zh}”的时限由人掌握，系统等待其答复。`,
            `The time of "${name.en}" is kept by people; the service waits for its answer.`,
          ),
        ]),
    ...(ranks === true
      ? [
          byHand(
            at + pointerTo('ranks'),
            `“${name.zh}”的推荐排序不进入系统。`,
            `The order in which "${name.en}" puts the bids is not kept by the service.`,
          ),
        ]
      : []),
    ...(onlyFor === undefined
      ? []
      : [
          byHand(
            at + pointerTo('onlyFor'),
            `系统就每份申报都询问“${name.zh}”，不适用的类别由其答复推荐。`,
            `The service asks "${name.en}" about every bid; for the categories that need not pass it the answer is to forward.`,
          ),
        ]),
  ];
}

function ofGifts({ fromAmounts, namingFromShare, closesOn, refundWhenNotFunded }: GiftRules) {
  const at = pointerTo('gifts');
  return [
    byHand(
      at,
      '捐助在系统之外进行，由人凭证据录入金额。',
      'Gifts are made outside the service; what they come to is entered by a person on evidence.',
    ),
    ...(fromAmounts === undefined
      ? []
      : [
          byHand(
            at + pointerTo('fromAmounts'),
            '起捐金额由人核对。',
            'The least gift is looked at by people.',
          ),
        ]),
    ...(closesOn === undefined
      ? []
      : [
          byHand(
            at + pointerTo('closesOn'),
            '只录入截止日前的捐助，由人核对。',
            'That only gifts until the last day are entered is looked at by people.',
          ),
        ]),
    ...(namingFromShare === undefined
      ? []
      : [
          byHand(
            at + pointerTo('namingFromShare'),
            '冠名由人办理。',
            'The naming of projects is arranged by people.',
          ),
        ]),
    ...(refundWhenNotFunded === true
      ? [
          byHand(
            at + pointerTo('refundWhenNotFunded'),
            '未立项项目的捐助由人退还。',
            'Gifts for projects that are not funded are given back by people.',
          ),
        ]
      : []),
  ];
}

function ofVotes(votes: VoteRules): KeptByHand[] {
  const rulesOfBallots = ['minChoices', 'maxChoices', 'minAge', 'eligibility'] as const;
  const kept = rulesOfBallots.filter((name) => votes[name] !== undefined);
  return [
    byHand(
      pointerTo('votes'),
      '投票在系统之外进行，由人凭证据录入票数。',
      'The vote takes place outside the service; the count is entered by a person on evidence.',
    ),
    ...kept.map((name) =>
      byHand(
        pointerTo('votes', name),
        '选票是否有效由计票人认定。',
        'Whether a ballot is valid is found by those who count.',
      ),
    ),
  ];
}
