import type { ProcessTarget } from '../../src/kernel/standing';
import type { PaymentSteps } from '../../src/stages/payments/payments.activities';
import { conduct } from '../shared/look';
import { stepsOf } from '../shared/steps';

const make = stepsOf<PaymentSteps>();

/** One batch of payments: it is filled and sent, the treasury's vouchers come back, each entered by two people. */
export async function payment(target: ProcessTarget): Promise<void> {
  await conduct(target, async (look) => {
    await look.until(make.batchSent);
    await look.until(make.vouchersIn);
    await look.until(make.batchSettled);
  });
}
