import type { PartyKind } from './party-kinds.rules';
import { isCodeOfKind, needsCode } from './party-kinds.rules';
import { refuseParties } from './party.refusals';

/** GB 32100-2015: digits and capitals without I, O, S, V, Z, in the order of their values 0 to 30. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CANONICAL = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/**
 * The check character of a credit code, from its first 17 characters.
 * @source GB 32100-2015, 5.6: the weights are the powers of 3 modulo 31
 */
export function checkCharacter(first17: string): string {
  let weight = 1;
  let total = 0;
  for (const character of first17.slice(0, 17)) {
    total += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (total % 31)) % 31]!;
}

/** Whether a text is a credit code: well written, with the check character that fits. @source GB 32100-2015 */
export function isCreditCode(code: string): boolean {
  return CANONICAL.test(code) && checkCharacter(code) === code[17];
}

/**
 * Passes a credit code that is well written, whose check character fits, and that can be the kind's; null passes for kinds
 * without a code. Nothing is corrected in silence: what is stored is what was typed.
 * @throws PARTIES.CODE_REQUIRED, PARTIES.CODE_NOT_EXPECTED, PARTIES.CODE_NOT_CANONICAL, PARTIES.CODE_WRONG,
 * PARTIES.CODE_OF_OTHER_KIND
 * @source GB 32100-2015
 */
export function requireCreditCode(code: string | null, kind: PartyKind): void {
  const at = '/creditCode';
  if (code === null) {
    if (needsCode(kind)) throw refuseParties('PARTIES.CODE_REQUIRED', {}, at);
    return;
  }
  if (!needsCode(kind)) throw refuseParties('PARTIES.CODE_NOT_EXPECTED', {}, at);
  if (!CANONICAL.test(code)) throw refuseParties('PARTIES.CODE_NOT_CANONICAL', {}, at);
  if (checkCharacter(code) !== code[17]) throw refuseParties('PARTIES.CODE_WRONG', {}, at);
  if (!isCodeOfKind(code, kind)) {
    throw refuseParties('PARTIES.CODE_OF_OTHER_KIND', { prefix: code.slice(0, 2) }, at);
  }
}
