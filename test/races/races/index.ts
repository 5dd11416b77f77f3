import type { Race } from '../race';
import { awardApproval } from './award-approval';
import { contractSignature } from './contract-signature';
import { paymentRelease } from './payment-release';
import { submitKey } from './submit-key';

/** What may happen once. */
export const races: readonly Race[] = [submitKey, awardApproval, contractSignature, paymentRelease];
