import fc from 'fast-check';
import { stdnum } from 'stdnum';
import type { Refusal } from '../../kernel/refusal';
import { checkCharacter, isCreditCode, requireCreditCode } from './credit-code.rules';
import { partyKinds, type PartyKind } from './party-kinds.rules';

const ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const character = fc.constantFrom(...ALPHABET);
const digits = (n: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: n, maxLength: n });

/** A code that holds, beginning as given. */
function codeBeginning(prefix: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const rest = fc.string({ unit: character, minLength: 9, maxLength: 9 });
  return fc
    .tuple(prefix, digits(6), rest)
    .map((parts) => parts.join(''))
    .map((first17) => first17 + checkCharacter(first17));
}

const anyCode = codeBeginning(fc.constantFrom('91', '93', '12', 'N2', 'Y1'));

function refusalOf(code: string | null, kind: PartyKind): string | null {
  try {
    requireCreditCode(code, kind);
    return null;
  } catch (error) {
    return (error as Refusal).code;
  }
}

describe('checkCharacter', () => {
  it.each([['91110000600037341L'], ['91110000802100433B'], ['9144030071526726XG']])(
    'gives the last character of the published code %s',
    (code) => {
      expect(checkCharacter(code.slice(0, 17))).toBe(code[17]);
    },
  );

  it('agrees with stdnum where stdnum knows the code', () => {
    // stdnum 1.12 takes no code whose check character is 0 and none that begins with a letter.
    const known = codeBeginning(fc.constantFrom('51', '52', '91')).filter(
      (code) => !code.endsWith('0'),
    );
    fc.assert(
      fc.property(known, (code) => {
        expect(stdnum.CN?.uscc?.validate(code).isValid).toBe(true);
      }),
    );
  });

  it('gives 0 to one code in 31, and such a code is taken', () => {
    const codes = fc.sample(anyCode, { numRuns: 3_000, seed: 1 });
    const zeros = codes.filter((code) => code.endsWith('0'));
    expect(zeros.length).toBeGreaterThan(0);
    for (const code of zeros) expect(refusalOf(code, 'enterprise')).toBeNull();
  });
});

describe('isCreditCode', () => {
  it('takes any code that holds, whatever its kind', () => {
    fc.assert(fc.property(anyCode, (code) => expect(isCreditCode(code)).toBe(true)));
  });

  it.each([
    ['another check character', '91110000600037341M'],
    ['small letters', '91110000600037341l'],
    ['a character missing', '9111000060003734'],
    ['a space', '91110000600037341L '],
    ['nothing', ''],
  ])('refuses %s', (_, code) => {
    expect(isCreditCode(code)).toBe(false);
  });
});

describe('requireCreditCode', () => {
  it('takes any code that holds', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(refusalOf(code, 'enterprise')).toBeNull();
      }),
    );
  });

  it('refuses a code with one character changed', () => {
    const change = fc.tuple(anyCode, fc.nat(17), character);
    fc.assert(
      fc.property(change, ([code, at, other]) => {
        fc.pre(code[at] !== other);
        const changed = code.slice(0, at) + other + code.slice(at + 1);
        expect(refusalOf(changed, 'enterprise')).toMatch(
          /^PARTIES\.CODE_(WRONG|NOT_CANONICAL|OF_OTHER_KIND)$/,
        );
      }),
    );
  });

  it('refuses a code with two neighbours swapped', () => {
    fc.assert(
      fc.property(anyCode, fc.integer({ min: 8, max: 15 }), (code, at) => {
        fc.pre(code[at] !== code[at + 1]);
        const swapped =
          code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
        expect(refusalOf(swapped, 'enterprise')).toBe('PARTIES.CODE_WRONG');
      }),
    );
  });

  it.each([
    ['in lower case', '91110000600037341l'],
    ['with a full-width digit', '９1110000600037341L'],
    ['with a full-width letter', '91110000600037341Ｌ'],
    ['with a space', '91110000 600037341L'],
    ['with a space at the end', '91110000600037341L '],
    ['with a line break at the end', '91110000600037341L\n'],
    ['with a hyphen', '91110000-600037341L'],
    ['a character short', '9111000060003734L'],
    ['a character long', '911100006000373411L'],
    ['with the letter I, O, S, V or Z', '9111000060003734IL'],
    ['with a letter in the place', '9111A000600037341L'],
    ['that is empty', ''],
  ])('refuses a code %s', (_, code) => {
    expect(refusalOf(code, 'enterprise')).toBe('PARTIES.CODE_NOT_CANONICAL');
  });

  it('takes 51, 52 and 53 for their kinds and for no other', () => {
    const kindOf = {
      '51': 'association',
      '52': 'service-institution',
      '53': 'foundation',
    } as const;
    for (const [prefix, own] of Object.entries(kindOf)) {
      const [code] = fc.sample(codeBeginning(fc.constant(prefix)), 1);
      for (const kind of partyKinds) {
        if (['filed-group', 'team', 'person'].includes(kind)) continue;
        const wanted = kind === own ? null : 'PARTIES.CODE_OF_OTHER_KIND';
        expect(refusalOf(code!, kind)).toBe(wanted);
      }
    }
  });

  it('refuses a social organization with a code of another register', () => {
    expect(refusalOf('91110000600037341L', 'service-institution')).toBe(
      'PARTIES.CODE_OF_OTHER_KIND',
    );
  });

  it('needs a code of what is registered, and takes none of a group, a team or a person', () => {
    for (const kind of partyKinds) {
      const isUnregistered = ['filed-group', 'team', 'person'].includes(kind);
      expect(refusalOf(null, kind)).toBe(isUnregistered ? null : 'PARTIES.CODE_REQUIRED');
      if (isUnregistered) {
        expect(refusalOf('91110000600037341L', kind)).toBe('PARTIES.CODE_NOT_EXPECTED');
      }
    }
  });
});
