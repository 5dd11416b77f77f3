import type { Actor } from '../actor';
import type { City } from '../city';

/** Everyone in the small round who is not a bidder. */
export interface Cast {
  readonly city: City;
  readonly administrator: Actor;
  readonly organizer: Actor;
  readonly secondOrganizer: Actor;
  readonly approver: Actor;
  readonly supervisor: Actor;
  readonly maker: Actor;
  readonly checker: Actor;
  /** By the code of their street. */
  readonly streetOfficers: Readonly<Record<'luopu' | 'shiqiao', Actor>>;
  readonly communityOfficers: Readonly<Record<string, Actor>>;
  /** Two of each community. */
  readonly residents: Readonly<Record<string, readonly Actor[]>>;
  readonly experts: readonly Actor[];
  readonly evaluators: readonly Actor[];
}

const streets = [
  { code: 'luopu', name: '洛浦街道', officer: '李敏' },
  { code: 'shiqiao', name: '市桥街道', officer: '郭丽' },
] as const;

const communities = [
  {
    code: 'xiajiao',
    name: '厦滘社区',
    street: 'luopu',
    officer: '苏静',
    residents: ['王秀英', '陈伟强', '林桂芳'],
  },
  {
    code: 'nanpu',
    name: '南浦社区',
    street: 'luopu',
    officer: '潘勇',
    residents: ['刘建国', '张玉兰', '关少华'],
  },
  {
    code: 'zhucun',
    name: '珠村社区',
    street: 'shiqiao',
    officer: '卢洁',
    residents: ['吴丽华', '徐志明', '叶小红'],
  },
  {
    code: 'jinxiu',
    name: '锦绣社区',
    street: 'shiqiao',
    officer: '简明',
    residents: ['孙美玲', '何永昌', '胡锦添'],
  },
] as const;

const experts = [
  { name: '钟教授', fields: ['social-work'] },
  { name: '莫教授', fields: ['social-work'] },
  { name: '彭督导', fields: ['social-work'] },
  { name: '温督导', fields: ['social-work'] },
  { name: '骆督导', fields: ['social-work'] },
  { name: '符会计师', fields: ['finance'] },
  { name: '欧会计师', fields: ['finance'] },
  { name: '游会计师', fields: ['finance'] },
  { name: '区代表', fields: ['resident'] },
  { name: '麦代表', fields: ['resident'] },
  { name: '霍代表', fields: ['resident'] },
  { name: '植处长', fields: ['funder'] },
  { name: '丘处长', fields: ['funder'] },
  { name: '招处长', fields: ['funder'] },
] as const;

/** Sets up the city: units, officers, residents, experts, evaluators. */
export async function setUpCast(city: City): Promise<Cast> {
  const { administrator } = city;
  for (const { code, name } of streets) await city.addUnit('street', code, name);
  for (const { code, name, street } of communities) {
    await city.addUnit('community', code, name, street);
  }
  const organizer = await city.addOfficer('陈启明', 'chen.qiming', 'organizer');
  return {
    city,
    administrator,
    organizer,
    secondOrganizer: await city.addOfficer('邝佩珊', 'kuang.peishan', 'organizer'),
    approver: await city.addOfficer('沈主任', 'shen.zhuren', 'approver'),
    supervisor: await city.addOfficer('纪监督', 'ji.jiandu', 'supervisor'),
    maker: await city.addOfficer('余会计', 'yu.kuaiji', 'maker'),
    checker: await city.addOfficer('严复核', 'yan.fuhe', 'checker'),
    streetOfficers: {
      luopu: await city.addOfficer('李敏', 'li.min', 'streetOfficer', 'luopu'),
      shiqiao: await city.addOfficer('郭丽', 'guo.li', 'streetOfficer', 'shiqiao'),
    },
    communityOfficers: await setUpCommunityOfficers(city),
    residents: await setUpResidents(city),
    experts: await setUpExperts(city, organizer),
    evaluators: [
      await city.addOfficer('岑评估', 'cen.pinggu', 'evaluator'),
      await city.addOfficer('冼评估', 'xian.pinggu', 'evaluator'),
    ],
  };
}

async function setUpCommunityOfficers(city: City): Promise<Record<string, Actor>> {
  const officers: Record<string, Actor> = {};
  for (const { code, officer } of communities) {
    officers[code] = await city.addOfficer(officer, `officer.${code}`, 'communityOfficer', code);
  }
  return officers;
}

async function setUpResidents(city: City): Promise<Record<string, Actor[]>> {
  const residents: Record<string, Actor[]> = {};
  for (const { code, residents: names } of communities) {
    residents[code] = [];
    for (const [n, name] of names.entries()) {
      residents[code].push(
        await city.addOfficer(name, `resident.${code}.${n + 1}`, 'resident', code),
      );
    }
  }
  return residents;
}

async function setUpExperts(city: City, organizer: Actor): Promise<Actor[]> {
  const actors: Actor[] = [];
  for (const [n, { name, fields }] of experts.entries()) {
    const actor = await city.addPerson(name, `expert.${n + 1}`);
    await organizer.ok.post('/v1/experts', { personId: actor.personId, fields });
    actors.push(actor);
  }
  return actors;
}
