import { asItStands } from '../as-it-stands';
import { accepted } from './accepted';
import type { Going } from './going';

/** Money of a project that was stopped is asked back, by two persons, and comes back in two parts. */
export async function playRecovery({ cast, year }: Going, project: any): Promise<void> {
  const { organizer, approver, maker, checker } = cast;
  await year.goTo('2020-10-20T10:00:00+08:00');
  const path = `/v1/projects/${project.id}`;
  const { version } = await organizer.ok.get(path);
  const propose = (amount: string) =>
    organizer.post(
      `${path}/recoveries`,
      {
        amount: money(amount),
        reason: '中期评估不合格，项目终止，结算后应退回。',
        payWithinDays: 30,
      },
      { ifMatch: version },
    );
  const much = propose('900000.00');
  await year.refused('经办人', '追回多于已付的钱', 'RECOVERIES.ABOVE_PAID', much);
  const { id } = await accepted(propose('30000.00'));
  const recovery = `/v1/recoveries/${id}`;
  const act = (by: typeof maker, name: string, body?: object) =>
    asItStands(organizer, recovery, (seen) =>
      by.post(`${recovery}/${name}`, body, { ifMatch: seen.version }),
    );
  await accepted(act(approver, 'approval'));
  year.note('终止项目追回三万元', '30,000 yuan of a stopped project are asked back');
  for (const [n, amount] of ['10000.00', '20000.00'].entries()) {
    const receivedOn = `2020-11-0${n + 3}`;
    await year.goTo(`${receivedOn}T10:00:00+08:00`);
    const slip = { amount: money(amount), number: `HD20201103${n}`, receivedOn };
    const entered = await accepted(act(maker, 'repayments', slip));
    const confirm = (changes: object) =>
      checker.post(
        `/v1/repayments/${entered.id}/confirmation`,
        { ...slip, ...changes },
        { ifMatch: entered.version },
      );
    if (n === 0) {
      const other = confirm({ amount: money('1.00') });
      await year.refused('复核会计', '复核的还款金额不一致', 'RECOVERIES.SLIP_DIFFERS', other);
    }
    await accepted(confirm({}));
  }
  year.note('追回款分两笔到账', 'It comes back in two parts');
}

function money(amount: string) {
  return { amount, currency: 'CNY' };
}
