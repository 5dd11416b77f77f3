import type { Actor } from '../actor';
import { together } from '../together';
import type { BidderPlan } from './bidders';
import type { Cast } from './cast';
import { creditCodeOf } from './credit-code';
import type { Year } from './year';

/** A bidder once registered. */
export interface Bidder {
  readonly plan: BidderPlan;
  readonly actor: Actor;
  readonly partyId: string;
  readonly account: string;
}

const BANK = { bank: '中国工商银行广州番禺支行', bankCode: '102581000013' } as const;

/** Organizations register and say where they are paid; a bookkeeper compares it with the bank's letter. */
export async function playRegistration(
  cast: Cast,
  plans: readonly BidderPlan[],
  year: Year,
): Promise<Bidder[]> {
  const bidders = await together(plans, (plan, n) => register(cast, plan, n));
  year.note(`${bidders.length}家社会组织登记`, `${bidders.length} organizations register`);
  await tryRegisteringWrongly(cast, bidders, year);
  return bidders;
}

async function register({ city, maker }: Cast, plan: BidderPlan, n: number): Promise<Bidder> {
  const actor = await city.addPerson(plan.representative, `bidder.${plan.code}`);
  const party = await actor.ok.post('/v1/parties', contentOf(plan));
  const account = `4402${String(200_000_000_000 + n)}`;
  const payee = { name: plan.organization, account, ...BANK };
  const path = `/v1/parties/${party.id}`;
  const told = await actor.ok.post(`${path}/payee`, payee, { ifMatch: party.version });
  await maker.ok.post(`${path}/payee-verification`, { account }, { ifMatch: told.version });
  return { plan, actor, partyId: party.id as string, account };
}

function contentOf({ kind, organization, creditCode, registeredOn }: BidderPlan) {
  return { kind, name: organization, creditCode, registeredOn };
}

async function tryRegisteringWrongly(
  { maker }: Cast,
  [first, second]: readonly Bidder[],
  year: Year,
): Promise<void> {
  const { actor, plan, partyId, account } = first!;
  const register = (changes: object) =>
    actor.post('/v1/parties', {
      ...{ kind: 'association', name: '广州市番禺区某某促进会', registeredOn: '2015-05-05' },
      ...{ creditCode: creditCodeOf('association', 9999), ...changes },
    });
  const tried = (what: string, code: string, changes: object) =>
    year.refused('社会组织', what, code, register(changes));
  await tried('以别家的名称登记', 'PARTIES.NAME_TAKEN', { name: second!.plan.organization });
  await tried('以已登记的信用代码再登记', 'PARTIES.CODE_TAKEN', {
    kind: plan.kind,
    creditCode: plan.creditCode,
  });
  const code = creditCodeOf('association', 9999);
  const wrong = code.slice(0, -1) + (code.endsWith('1') ? '2' : '1');
  await tried('信用代码抄错一位', 'PARTIES.CODE_WRONG', { creditCode: wrong });
  await tried('以小写字母填写信用代码', 'PARTIES.CODE_NOT_CANONICAL', {
    creditCode: code.toLowerCase(),
  });
  await tried('不填信用代码', 'PARTIES.CODE_REQUIRED', { creditCode: undefined });
  await tried('以社会团体的代码登记为基金会', 'PARTIES.CODE_OF_OTHER_KIND', { kind: 'foundation' });
  await tried('填写将来的登记日期', 'PARTIES.REGISTERED_LATER', { registeredOn: '2021-01-01' });
  const { version } = await actor.ok.get(`/v1/parties/${partyId}`);
  const again = maker.post(
    `/v1/parties/${partyId}/payee-verification`,
    { account },
    { ifMatch: version },
  );
  await year.refused('经办会计', '再次核实同一账户', 'PARTIES.PAYEE_VERIFIED_ALREADY', again);
}
