import { accepted } from './accepted';
import type { Cast } from './cast';
import type { Year } from './year';

/** The fund's year is closed by two persons: what running projects need goes on to the next year, the rest goes back. */
export async function playYearEnd({ maker, approver }: Cast, year: Year): Promise<void> {
  const [fund] = await maker.ok.all('/v1/funds');
  const propose = () => maker.post(`/v1/funds/${fund.id}/year-closings`, { year: 2020 });
  await year.goTo('2020-12-30T10:00:00+08:00');
  await year.refused('经办会计', '年度未满就结账', 'FUNDS.YEAR_RUNNING', propose());
  await year.goTo('2020-12-31T16:00:00+08:00');
  const closing = await accepted(propose());
  await year.refused('经办会计', '重复提出年终结账', 'FUNDS.CLOSING_PROPOSED', propose());
  const path = `/v1/year-closings/${closing.id}/approval`;
  await approver.ok.post(path, undefined, { ifMatch: closing.version });
  year.note(
    '年终结转：未付款项结转下年',
    'The year is closed: what is still to be paid is carried over',
  );
}
