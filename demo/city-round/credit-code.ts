/** The first two signs of a credit code, by kind of organization. */
const PREFIX = { association: '51', 'service-institution': '52', foundation: '53' } as const;

/** A kind of organization that takes part in the city's round. */
export type OrganizationKind = keyof typeof PREFIX;

const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const BODY_SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * A credit code with right check digits that belongs to nobody: no registry has given out numbers with MJ99 in Guangzhou.
 * @param n 0 to 9999
 * @source GB 32100-2015 and, for the nine signs inside, GB 11714-1997
 */
export function creditCodeOf(kind: OrganizationKind, n: number): string {
  const body = `MJ99${String(n).padStart(4, '0')}`;
  const first17 = `${PREFIX[kind]}440100${body}${bodyCheck(body)}`;
  return first17 + check(first17);
}

function bodyCheck(body: string): string {
  let sum = 0;
  for (const [i, sign] of [...body].entries()) sum += BODY_SIGNS.indexOf(sign) * BODY_WEIGHTS[i]!;
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? 'X' : String(digit);
}

function check(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const sign of first17) {
    sum += SIGNS.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return SIGNS[(31 - (sum % 31)) % 31]!;
}
