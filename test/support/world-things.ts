import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

import { newId } from '../../src/kernel/id';
import { sha256Hex } from '../../src/platform/crypto/digest';
import { smallRound } from '../../src/rules/small-round.fixture';
import { creditCode } from './credit-codes';
import type { GivenMandate, Stage } from './stage';
import { inDays, type Place, type Someone, type World } from './world';

/** One thing of every kind that a path names, all of one round of one unit, and the people named on them. */
export interface Things {
  readonly place: Place;
  /** The id of the thing by the name of its path parameter. */
  readonly ids: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<ThingPerson, Someone>>;
}

const thingPeople = {
  submitter: [],
  objector: [],
  asker: [],
  owner: [],
  expert: ['expert'],
  evaluator: ['evaluator'],
  holder: ['organizer'],
  deputy: [],
  officer: [],
} as const;
export type ThingPerson = keyof typeof thingPeople;

/** Puts one thing of every kind in a place. */
export async function seedThings(
  stage: Stage,
  world: World,
  place: Place,
  tag: string,
): Promise<Things> {
  const { tenantId, unitId, unitPath } = place;
  const people = {} as Record<ThingPerson, Someone>;
  for (const [name, duties] of Object.entries(thingPeople)) {
    const mandates = duties.map((duty) => ({ duty, scopeKind: 'unit', scopeId: tenantId }));
    people[name as ThingPerson] = await world.person(tenantId, mandates as GivenMandate[]);
  }
  const id = (of: ThingPerson) => people[of].personId;
  const top = tenantId.replaceAll('-', '');
  const at: Record<string, unknown> = {
    ...{ tenant_id: tenantId, unit_id: unitId, unit_path: unitPath, street_id: unitId },
  };
  for (const column of PERSON_COLUMNS) at[column] = id('officer');
  const ids: Record<string, string> = {};
  const put = async (parameter: string, table: string, told: Record<string, unknown> = {}) => {
    const key = `${parameter.replace(/Id$/, '').replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)}_id`;
    const thingId = (told.id as string | undefined) ?? newId();
    const isKeyed = !('panel_id' in told && table === 'rankings');
    await world.put(table, at, isKeyed ? { id: thingId, ...told } : told);
    ids[parameter] = thingId;
    at[key] = thingId;
  };
  const digest = sha256Hex('{}');
  const rules = smallRound();

  await put('partyId', 'parties', {
    ...{ kind: 'service-institution', name: `机构${tag}`, name_folded: `机构${tag}` },
    ...{ credit_code: creditCode('service-institution', 7000 + tag.charCodeAt(0)) },
  });
  await put('noteId', 'credit_notes', {
    ...{ kind: 'listing', code: 'abnormal-operations', reason: '公示系统查询', about_id: null },
    ...{ from_day: '2020-01-01', until_day: null, noted_by: id('officer') },
  });
  await put('expertId', 'experts', {
    ...{ person_id: id('expert'), unit_path: top, fields: ['social-work'] },
  });
  await put('fundId', 'funds', { code: `fund-${tag}`, source: 'welfare-lottery' });
  await put('cycleId', 'screening_cycles', { rules: screeningRules(), state: 'collecting' });
  await put('needId', 'needs', {
    ...{ submitted_by: id('submitter'), state: 'selected', title: `需求${tag}` },
    ...{ head_count: 40, asked_by: 3, joined_by: 0 },
  });
  await put('screeningExpertId', 'screening_experts', { person_id: id('expert') });
  await put('listId', 'guide_lists', {
    ...{ ...withOwnSeries(), state: 'published', edition: 1 },
    ...{ drafted_by: id('holder'), published_by: id('officer'), published_at: new Date() },
  });
  ids.guideListId = ids.listId!;
  await put('itemId', 'guide_list_items', { position: 1 });
  await put('consultationId', 'guide_list_consultations', { state: 'asked' });
  await put('programmeId', 'programmes', { year: 2020, stream: 'public-interest-venture' });
  await put('roundId', 'rounds', {
    ...{ code: `round-${tag}`, state: 'announced', pots: [], revision: 1 },
    ...{ created_by: id('holder'), approved_by: id('officer') },
    ...{ approved_at: new Date(), announced_at: new Date() },
  });
  await put('accountId', 'ledger_accounts', { kind: 'available', year: 2020 });
  await put('closingId', 'year_closings', { year: 2020, state: 'proposed' });
  await world.put('rule_set_revisions', at, {
    ...{ revision: 1, document: rules, digest, difference: [] },
  });
  await put('correctionId', 'corrections', {
    ...{ from_instant: inDays(1), to_instant: inDays(2), state: 'proposed' },
    ...{ document: rules, difference: [{ pointer: '/title/en' }], requires_resubmission: false },
  });
  await put('questionId', 'questions', {
    ...{ asked_by: id('asker'), state: 'asked', question: '保险费可以列支吗？' },
    ...{ decided_by: null },
  });
  await put('questionId', 'questions', {
    ...{ asked_by: id('asker'), state: 'asked', question: '保险费可以列支吗？' },
    ...{ decided_by: null },
  });
  await put('lotId', 'lots', {
    ...{ code: 'main', state: 'reviewed', bid_count: 1, bids_root: digest },
    ...{ opens_at: rules.timetable.callOpensAt, closes_at: rules.timetable.callClosesAt },
  });
  await put('bidId', 'bids', { state: 'qualified', number: `N-${tag}`, version_no: 1 });
  await world.put('bid_versions', at, {
    ...{ no: 1, act: 'submission', content: Buffer.from('{}'), content_digest: digest },
    ...{ header: '{}', header_digest: digest, revision: 1, receipt: {} },
  });
  await world.put('applications', at, {
    ...{ faults: [], title: `项目${tag}`, category: 'elderly', content: {} },
    ...{ budget_fen: '200', own_funds_fen: '100', requested_fen: '100' },
  });
  await put('decisionId', 'decisions', {
    ...{ subject_kind: 'bid', subject_id: ids.bidId, party_id: ids.partyId, code: 'site-check' },
    ...{ step: 'site-check', duty: 'supervisor', state: 'open', revision: 1 },
    question: { answer: { variant: 'choice', options: [] } },
  });
  await put('openingId', 'openings', { state: 'requested' });
  await put('panelId', 'panels', { no: 1, state: 'reported', revision: 1 });
  await world.put('draws', at, {
    ...{ no: 1, frozen: 'pool', pool_digest: sha256Hex('pool'), excluded: [] },
    members: [{ expertId: ids.expertId, leaves: { field: { salt: '00' } } }],
  });
  await put('seatId', 'seats', {
    ...{ draw_no: 1, seat_code: 'field', leaf: digest, place: 1, state: 'accepted' },
    ...{ expert_id: ids.expertId, person_id: id('expert') },
    ...{ bidders_digest: digest, answered_at: new Date() },
  });
  await put('sheetId', 'sheets', {
    ...{ person_id: id('expert'), scores: {}, total: '80', comment: '可行', digest },
    ...{ state: 'locked' },
  });
  const ranking = JSON.stringify({ bids: [rankedBid(ids.bidId!)], passMark: '60' });
  for (const table of ['rankings', 'lot_rankings']) {
    await world.put(table, at, { document: ranking, digest: sha256Hex(ranking), no: 1 });
  }
  const proposalId = newId();
  await world.put('award_proposal_documents', at, {
    ...{ proposal_id: proposalId, no: 1, document: {}, digest },
  });
  await put('proposalId', 'award_proposals', {
    ...{ id: proposalId, state: 'proposed', document_no: 1 },
  });
  await put('awardId', 'awards', {
    ...{
      basis: 'competition',
      title: `项目${tag}`,
      rank: 1,
      amount_fen: '100',
      state: 'noticed',
    },
    ...{ draws: [{ fundId: ids.fundId, amountFen: '100' }], has_own_notice: false },
    ...{ approved_by: id('officer'), published_at: new Date(), bid_id: ids.bidId },
    ...{ lot_id: ids.lotId },
  });
  await put('challengeId', 'challenges', {
    ...{ kind: 'objection', objector_id: id('objector'), state: 'admitted' },
    ...{ grounds: '异议的理由，至少十个字。' },
    ...{ decided_by: id('officer'), decided_at: new Date() },
  });
  await put('holdId', 'holds', {
    ...{ subject_kind: 'award', subject_id: ids.awardId, cause_kind: 'challenge' },
    ...{ cause_id: ids.challengeId, state: 'standing', reason: '异议' },
  });
  await put('contractId', 'contracts', {
    ...{ amount_fen: '100', state: 'inForce', signed_at: new Date(), digest },
    document: {
      ...{ title: `项目${tag}`, amount: '1.00', ownFunds: '0.00', lines: [], activities: [] },
      ...{ indicators: [], tranches: [], round: { ruleSet: rules.code } },
    },
  });
  await put('amendmentId', 'amendments', {
    ...{ number: 2, side: 'grantee', amount_fen: '100', document: {}, digest },
    ...{ state: 'proposed', decided_by: null, reserved: [] },
  });
  await put('projectId', 'projects', {
    ...{ id: ids.awardId, title: `项目${tag}`, visits_min: 1, state: 'active' },
  });
  await put('rectificationId', 'rectifications', {
    ...{ cause_kind: 'visit', cause_id: newId(), state: 'ordered', ordered_by: id('officer') },
    ...{ judged_by: null, judged_at: null, judgement: null, due_at: inDays(5) },
  });
  await put('evaluationId', 'evaluations', {
    ...{ title: `项目${tag}`, code: 'final', kind: 'final', state: 'awaiting' },
    rules: rules.evaluations.find(({ kind }) => kind === 'final'),
    ...{ evaluator_id: id('evaluator') },
  });
  await put('trancheId', 'tranches', {
    ...{ code: 'first', place: 0, planned_fen: '100', planned_parts: [], state: 'claimed' },
    ...{ payable_fen: '100', payable_parts: [], due_since: new Date() },
    explanation: { ruleSet: rules.code, planned: SUM, payable: SUM },
    ...{ invoice_number: 'INV-1', claimed_by: id('officer'), claimed_at: new Date() },
  });
  await put('batchId', 'batches', { state: 'open', last_line: 0 });
  await put('paymentId', 'payments', {
    ...{ amount_fen: '100', parts: [], payee: payeeOf(), payee_digest: digest },
    ...{ order_text: '{}', state: 'entered', batch_id: null, maker_id: id('officer') },
  });
  await put('recoveryId', 'recoveries', {
    ...{ ground: 'stopped', amount_fen: '100', pay_within_days: 30, state: 'asked' },
    ...{ decided_by: id('holder'), decided_at: new Date(), parts: [], pay_by: '2020-12-31' },
    ...{ reason: '项目已终止', returned_fen: '0' },
  });
  await put('repaymentId', 'repayments', {
    ...{ amount_fen: '100', number: `HD-${tag}`.toUpperCase(), state: 'entered' },
  });
  await put('noticeId', 'notices', {
    ...{ kind: 'award', subject_kind: 'lot', subject_id: ids.lotId, content: {}, digest },
  });
  await put('messageId', 'messages', {
    ...{
      person_id: id('owner'),
      template: 'needs.check',
      subject_kind: 'need',
      subject_id: newId(),
    },
    ...{ state: 'dead', attempts: 6, last_error: 'SMTP 550' },
  });
  await put('attachmentId', 'attachments', {
    ...{ owner_id: id('owner'), name: '活动.pdf', media_type: 'application/pdf' },
    ...{ size: 10, digest, state: 'receiving' },
  });
  const [mandate] = await stage.sql(`SELECT id FROM mandates WHERE person_id = $1`, [id('holder')]);
  ids.mandateId = mandate.id;
  await put('deputyId', 'deputies', {
    ...{ mandate_id: mandate.id, principal_id: id('holder'), person_id: id('deputy') },
    ...{ from_at: inDays(3000), until_at: inDays(3001), reason: '因公出差' },
  });
  const keyId = newId();
  await world.credential('yck', people.owner, tenantId, { id: keyId, acts: ['person.me'] });
  return { place, ids: { ...ids, keyId, personId: id('owner'), n: '0' }, people };
}

/** Who did something, where nothing else is told. */
const PERSON_COLUMNS = [
  ...['person_id', 'made_by', 'created_by', 'drafted_by', 'asked_by', 'submitted_by'],
  ...['requested_by', 'proposed_by', 'maker_id', 'owner_id', 'decided_by'],
];

const SUM = { rule: '/', inputs: {}, arithmetic: '1' };

const rankedBid = (bidId: string) => ({
  ...{ bidId, mean: '80', median: '80', passed: true, rank: 1, decidedBy: 'score', sheets: [] },
  explanation: { mean: SUM, place: SUM },
});

function withOwnSeries() {
  const id = newId();
  return { id, series_id: id };
}

const screeningRules = (): object =>
  parse(
    readFileSync(join(__dirname, '../../examples/small-round/screening.yaml'), 'utf8'),
  ) as object;

const payeeOf = () => ({ name: '收款单位', account: '62220202', bank: '银行', bankCode: '1' });
