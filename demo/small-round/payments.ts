import { advanceTo } from '../clock';
import { enterVouchers, sendWhatIsDue, type Payee } from '../payments';
import type { Called } from './call-scene';
import type { Cast } from './people';

/** Everything that is due is sent, and paid by the treasury some days later. */
export async function payWhatIsDue(cast: Cast, { bidders }: Called, paidOn: string): Promise<void> {
  const payeeOf = (id: string): Payee => {
    const { actor, text } = bidders.find(({ partyId }) => partyId === id)!;
    return { actor, code: text.code };
  };
  const payments = await sendWhatIsDue(cast, payeeOf, paidOn, 1);
  await advanceTo(cast.administrator, `${paidOn}T16:00:00+08:00`);
  await enterVouchers(cast, payments, paidOn, 1);
}
