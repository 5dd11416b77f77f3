import { checkCharacter } from '../../src/registers/parties/credit-code.rules';

/** How a made-up credit code begins, by the kind of party. */
const prefixes = {
  association: '51440106',
  'service-institution': '52440106',
  foundation: '53440106',
  'rural-collective': 'N2440106',
  cooperative: '93440106',
  enterprise: '91440106',
  'public-institution': '12440106',
} as const;

/** A credit code that holds, made up from a number: the same number gives the same code. */
export function creditCode(kind: keyof typeof prefixes, n: number): string {
  const first17 = `${prefixes[kind]}${String(n).padStart(9, '0')}`;
  return first17 + checkCharacter(first17);
}
