import { accepted } from './accepted';
import type { Cast } from './cast';
import type { Year } from './year';

type Change = (ruleSet: any) => void;

/** The rules are corrected under way, by two persons; who has bid may leave it as it is. @returns the round as it is then */
export async function playCorrection(cast: Cast, roundId: string, year: Year): Promise<any> {
  const { organizer, approver } = cast;
  await year.goTo('2020-03-20T10:00:00+08:00');
  const read = () => organizer.ok.get(`/v1/rounds/${roundId}`);
  const propose = async (change: Change) => {
    const { version, ruleSet } = await read();
    const corrected = structuredClone(ruleSet);
    change(corrected);
    const body = { ruleSet: corrected, reason: '答疑中多家机构反映篇幅不够，放宽实施方案字数。' };
    return organizer.post(`/v1/rounds/${roundId}/correction`, body, { ifMatch: version });
  };
  const nothing = propose(() => undefined);
  await year.refused('经办人', '提出没有改动的更正', 'ROUNDS.NOTHING_CORRECTED', nothing);
  const pot = propose((rules) => (rules.funding[0].amount = '9000000.00'));
  await year.refused('经办人', '公告后改动资金总额', 'ROUNDS.CORRECTION_FIXED', pot);
  const correction = await accepted(propose(longerPlan));
  await year.refused(
    '经办人',
    '一次未批又提更正',
    'ROUNDS.CORRECTION_PROPOSED',
    propose(longerPlan),
  );
  const path = `/v1/corrections/${correction.id}/approval`;
  await approver.ok.post(path, undefined, { ifMatch: correction.version });
  year.note(
    '更正公告：实施方案的篇幅放宽，规则成为第2版',
    'A correction: plans may be longer; the rules are now at revision 2',
  );
  return read();
}

/** A day on which a correction that concerns how bids are made comes too late for the deadline as it stands. */
export async function tryCorrectingLate(
  { organizer }: Cast,
  roundId: string,
  year: Year,
): Promise<void> {
  const { version, ruleSet } = await organizer.ok.get(`/v1/rounds/${roundId}`);
  const corrected = structuredClone(ruleSet);
  corrected.amount.maxAmount = '400000.00';
  const late = organizer.post(
    `/v1/rounds/${roundId}/correction`,
    { ruleSet: corrected, reason: '下调资助上限。' },
    { ifMatch: version },
  );
  await year.refused('经办人', '临近截止更正而不延期', 'ROUNDS.TIME_TOO_SHORT', late);
}

function longerPlan(ruleSet: any): void {
  ruleSet.form.sections.find(({ code }: any) => code === 'plan').maxLength = 8000;
}
