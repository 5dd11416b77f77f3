import { Actor } from '../actor';
import type { Cast } from './cast';
import type { NeedPlan } from './needs';
import type { SentNeed } from './sent-need';
import type { Year } from './year';

/** What is tried before the time, without a name, or by the wrong person. */
export async function tryNeedsOutOfTurn(
  cast: Cast,
  plan: NeedPlan,
  rules: object,
  year: Year,
): Promise<void> {
  const { organizer, administrator, city } = cast;
  const resident = cast.residents.get(plan.communityCode)![0]!;
  const unitId = city.unitId(plan.communityCode);
  const body = { ...plan.content, unitId };
  const nobody = new Actor(resident.url, null, '', 'nobody');
  const submit = (by: Actor, changes: object = {}) => by.post('/v1/needs', { ...body, ...changes });
  await year.refused(
    '居民',
    '区里尚未发布筛选规则就提交需求',
    'NEEDS.RULES_MISSING',
    submit(resident),
  );
  await organizer.ok.post('/v1/screening-rules', { document: rules });
  year.note('发布需求筛选规则', 'The rules of screening are published');
  await year.refused('居民', '征集开始之前提交需求', 'NEEDS.NOT_YET_TAKEN', submit(resident));
  await year.refused('路人', '不登录提交需求', 'ACCESS.SIGN_IN_REQUIRED', submit(nobody));
  const signIn = { username: 'resident.shiqiao-1.1', password: 'not-the-password' };
  await year.refused(
    '路人',
    '用错误的密码登录',
    'ACCESS.SIGN_IN_FAILED',
    nobody.post('/v1/sessions', signIn),
  );
  const elsewhere = { unitId: city.unitId('luopu-1') };
  await year.refused('居民', '替别的街道提交需求', 'ACCESS.NOT_FOUND', submit(resident, elsewhere));
  await year.refused(
    '居民',
    '提交没有目标的需求',
    'REQUEST.INVALID',
    submit(resident, { aim: '' }),
  );
  const broken = resident.post('/v1/needs', '{"title": "独居', {
    headers: { 'content-type': 'application/json' },
  });
  await year.refused('居民', '网页出错，送来半截内容', 'REQUEST.MALFORMED', broken);
  const keyless = resident.post('/v1/needs', body, { key: null });
  await year.refused('居民', '提交时没有防重复编号', 'HTTP.KEY_REQUIRED', keyless);
  const unit = { parentId: city.topId, kind: 'street', code: 'luopu', name: '洛浦街道' };
  const again = administrator.post('/v1/units', unit);
  await year.refused('系统管理员', '重复建立同一街道', 'UNITS.CODE_TAKEN', again);
  const account = { name: '重名', username: 'organizer.1', password: 'yichuang-demonstration' };
  const taken = administrator.post('/v1/persons', account);
  await year.refused('系统管理员', '用已有的用户名开户', 'PEOPLE.USERNAME_TAKEN', taken);
  const mandate = { duty: 'organizer', scopeKind: 'unit', scopeId: city.topId };
  const both = administrator.post(`/v1/persons/${administrator.personId}/mandates`, mandate);
  await year.refused('系统管理员', '给自己授予经办职责', 'PEOPLE.DUTIES_CONFLICT', both);
}

/** What a street and its residents get wrong at the first collection. */
export async function tryCheckingWrongly(
  cast: Cast,
  own: readonly SentNeed[],
  other: readonly SentNeed[],
  year: Year,
): Promise<void> {
  const officer = cast.streetOfficers.get('shiqiao')!;
  const [need, second] = own;
  const check = (body: object, ifMatch: number | undefined, of = need!, by = officer) =>
    by.post(`/v1/needs/${of.id}/check`, body, { ifMatch });
  const forward = { verdict: 'forward' };
  const blind = check(forward, undefined);
  await year.refused('街道', '不说明看到的是哪一版就核查', 'HTTP.MATCH_REQUIRED', blind);
  await year.refused('街道', '依据旧版本核查', 'HTTP.STALE', check(forward, need!.version + 7));
  await year.refused(
    '街道',
    '不写理由就退回',
    'NEEDS.REASON_REQUIRED',
    check({ verdict: 'return' }, need!.version),
  );
  const foreign = check(forward, other[0]!.version, other[0]);
  await year.refused('街道', '核查别的街道的需求', 'ACCESS.NOT_FOUND', foreign);
  const merge = officer.post(
    `/v1/needs/${need!.id}/merge`,
    { intoNeedId: need!.id, reason: '重复' },
    { ifMatch: need!.version },
  );
  await year.refused('街道', '把需求并入它自己', 'NEEDS.MERGE_TARGET', merge);
  const [cycle] = await officer.ok.all('/v1/screening-cycles');
  const report = officer.post(`/v1/screening-cycles/${cycle.id}/report`, undefined, {
    ifMatch: cycle.version,
  });
  await year.refused('街道', '未核查完就上报清单', 'NEEDS.UNCHECKED_LEFT', report);
  const neighbour = cast.residents.get(second!.plan.communityCode)![0]!;
  const join = () => neighbour.post(`/v1/needs/${second!.id}/joiners`);
  if ((await join()).status >= 400) throw new Error('a neighbour could not join');
  second!.version += 1;
  await year.refused('居民', '附议同一需求两次', 'NEEDS.JOINED_ALREADY', join());
}

/** What is tried before the experts have scored the first list. */
export async function tryScreeningWrongly(
  cast: Cast,
  cycle: any,
  sent: readonly SentNeed[],
  year: Year,
): Promise<void> {
  const { organizer, experts, maker } = cast;
  const name = (personIds: readonly string[]) =>
    organizer.post(
      `/v1/screening-cycles/${cycle.id}/experts`,
      { personIds },
      { ifMatch: cycle.version },
    );
  const [a, b] = experts.map(({ actor }) => actor.personId);
  await year.refused('经办人', '只请两名专家筛选', 'SCREENING.PANEL_SIZE', name([a!, b!]));
  const withOfficer = name([a!, b!, maker.personId]);
  await year.refused('经办人', '请不是专家的人筛选', 'SCREENING.NOT_AN_EXPERT', withOfficer);
  const early = organizer.get(`/v1/screening-cycles/${cycle.id}/result`);
  await year.refused('经办人', '评分交齐之前查看结果', 'SCREENING.NOT_DECIDED', early);
  const rejected = sent.find(({ plan }) => plan.atStreet === 'reject')!;
  const neighbour = cast.residents
    .get(rejected.plan.communityCode)!
    .find((one) => one !== rejected.resident)!;
  const join = neighbour.post(`/v1/needs/${rejected.id}/joiners`);
  await year.refused('居民', '附议已有结论的需求', 'NEEDS.DECIDED', join);
  const draft = organizer.post('/v1/guide-lists', {
    title: '提前编制的清单',
    needIds: [sent[0]!.id],
  });
  await year.refused('经办人', '把尚未入选的需求编入清单', 'GUIDE_LISTS.NEED_NOT_SELECTED', draft);
}
