import * as fc from 'fast-check';
import { application } from '../../../test/support/applications';
import { smallRound } from '../../rules/small-round.fixture';
import type { MatchRules, QualificationCheck, RuleSet } from '../../rules';
import { readApplication } from './read-application';

const text = { zh: '文字', en: 'Text' };
const MODEL = '52440100MJ9900012Y';

/** A round that asks for everything that only some ask for. */
const rules = smallRound((changed) => {
  changed.applicants = {
    classes: [
      { code: 'new', name: text },
      { code: 'centre', name: text },
    ],
    jointBids: 'allowed',
  };
  changed.qualification.push(
    { variant: 'declared', code: 'honest', statement: text },
    { variant: 'declared', code: 'centre-only', statement: text, for: { classes: ['centre'] } },
    { variant: 'attached', code: 'certificate', document: text },
    { variant: 'attached', code: 'youth-plan', document: text, for: { categories: ['youth'] } },
  );
  changed.amount = {
    variant: 'unit-price',
    outputs: [
      { code: 'cases', name: text, unitPrice: '300.00' },
      { code: 'events', name: text, unitPrice: '4000.00', quantity: 7 },
    ],
  };
  changed.match = { minShareOfBudget: '0.1', sources: ['own-funds', 'in-kind'], inKind: 'valued' };
  changed.scoring.parts = [
    { variant: 'sheets', code: 'sheets', points: 90 },
    { variant: 'hours', code: 'hours', points: 10 },
  ];
});

const asked = {
  applicantClass: 'new',
  match: { 'own-funds': '60000.00', 'in-kind': '40000.00' },
  declarations: ['honest'],
  documents: { certificate: 1 },
  outputs: { cases: 7 },
  serviceHours: 4000,
  jointWith: [MODEL],
};

const read = (changes: object, given: RuleSet = rules) => {
  const document = { ...application(), ...asked, ...changes };
  return readApplication(Buffer.from(JSON.stringify(document)), given);
};
const faultsOf = (changes: object, given: RuleSet = rules) =>
  read(changes, given).faults.map(({ pointer, rule }) => `${pointer} ${rule}`);

describe('readApplication of what only some rounds ask for', () => {
  it('reads it as it was written', () => {
    const { application: whole, faults } = read({});
    expect(faults).toEqual([]);
    expect(whole).toEqual({ ...application(), ...asked });
  });

  it('leaves it out where the rules do not ask for it', () => {
    const { application: whole, faults } = read({ jointWith: undefined }, smallRound());
    expect(faults).toEqual([]);
    expect(whole).toEqual(application());
  });

  it.each<[string, object, string[]]>([
    ['no class', { applicantClass: undefined }, ['/applicantClass missing']],
    ['an unknown class', { applicantClass: 'old' }, ['/applicantClass unknown']],
    ['a class that is no text', { applicantClass: 1 }, ['/applicantClass unknown']],
  ])('makes nothing of an application with %s', (_, changes, faults) => {
    expect(read(changes).application).toBeNull();
    expect(faultsOf(changes)).toEqual(faults);
  });

  it.each<[string, object, string[]]>([
    ['a source is unknown', { match: { bank: '1.00' } }, ['/match/bank unknown']],
    ['a source is no amount', { match: { 'own-funds': 5 } }, ['/match/own-funds type']],
    ['the sources are a list', { match: [] }, ['/match type']],
    [
      'the sources do not add up to the own funds',
      { match: { 'own-funds': '99999.99' } },
      ['/match total'],
    ],
    ['nothing is declared', { declarations: undefined }, ['/declarations missing']],
    [
      'what is declared is no list',
      { declarations: 'honest' },
      ['/declarations type', '/declarations missing'],
    ],
    ['a declaration is unknown', { declarations: ['honest', 'x'] }, ['/declarations/1 unknown']],
    ['a declaration is no text', { declarations: ['honest', 1] }, ['/declarations/1 type']],
    [
      'a declaration stands twice',
      { declarations: ['honest', 'honest'] },
      ['/declarations/1 twice'],
    ],
    [
      'there are more declarations than the rules know',
      { declarations: ['honest', 'centre-only', 'x'] },
      ['/declarations items'],
    ],
    ['no document is named', { documents: undefined }, ['/documents/certificate missing']],
    [
      'the documents are a list',
      { documents: [1] },
      ['/documents type', '/documents/certificate missing'],
    ],
    [
      'a document is unknown',
      { documents: { certificate: 1, other: 2 } },
      ['/documents/other unknown'],
    ],
    [
      'a document has no place',
      { documents: { certificate: 0 } },
      ['/documents/certificate number'],
    ],
    [
      'a document has a place beyond all attachments',
      { documents: { certificate: 21 } },
      ['/documents/certificate number'],
    ],
    [
      'a document is no number',
      { documents: { certificate: '1' } },
      ['/documents/certificate number'],
    ],
    ['no output is offered', { outputs: undefined }, ['/outputs/cases missing']],
    ['an output is unknown', { outputs: { cases: 7, songs: 1 } }, ['/outputs/songs unknown']],
    [
      'an output is offered that the rules number',
      { outputs: { cases: 7, events: 9 } },
      ['/outputs/events unknown'],
    ],
    ['an output is offered in parts', { outputs: { cases: 1.5 } }, ['/outputs/cases number']],
    [
      'an output is offered without end',
      { outputs: { cases: 1_000_001 } },
      ['/outputs/cases number'],
    ],
    ['no hours are offered', { serviceHours: undefined }, ['/serviceHours missing']],
    ['hours are offered in parts', { serviceHours: 0.5 }, ['/serviceHours number']],
    ['hours are no number', { serviceHours: '4000' }, ['/serviceHours number']],
    [
      'a partner is no credit code',
      { jointWith: ['52440100MJ9900012X'] },
      ['/jointWith/0 unknown'],
    ],
    ['a partner is no text', { jointWith: [{}] }, ['/jointWith/0 type']],
    ['a partner stands twice', { jointWith: [MODEL, MODEL] }, ['/jointWith/1 twice']],
    ['the partners are no list', { jointWith: MODEL }, ['/jointWith type']],
    [
      'there are too many partners',
      { jointWith: Array(21).fill(MODEL).map(String) },
      ['/jointWith items', ...Array.from({ length: 19 }, (_, i) => `/jointWith/${i + 1} twice`)],
    ],
  ])('reads on and tells the fault when %s', (_, changes, faults) => {
    expect(read(changes).application).not.toBeNull();
    expect(faultsOf(changes)).toEqual(faults);
  });

  it('asks only those for a declaration or a document for whom its check stands', () => {
    const centre = { applicantClass: 'centre' };
    expect(faultsOf(centre)).toEqual(['/declarations missing']);
    expect(read(centre).faults[0]?.facts).toEqual({ code: 'centre-only' });
    expect(faultsOf({ ...centre, declarations: ['honest', 'centre-only'] })).toEqual([]);
    expect(faultsOf({ category: 'youth' })).toEqual(['/documents/youth-plan missing']);
    expect(faultsOf({ category: 'youth', documents: { certificate: 1, 'youth-plan': 2 } })).toEqual(
      [],
    );
  });

  it('takes one attachment for two documents', () => {
    expect(faultsOf({ documents: { certificate: 1, 'youth-plan': 1 } })).toEqual([]);
  });

  it('tells who bids in common where that is refused', () => {
    const refused = smallRound();
    expect(faultsOf({ jointWith: [MODEL] }, refused)).toEqual(['/jointWith refused']);
    expect(read({ jointWith: [MODEL] }, refused).application).not.toHaveProperty('jointWith');
    expect(faultsOf({ jointWith: undefined })).toEqual([]);
  });

  it('counts nothing as own match of sources that cannot be read or do not add up', () => {
    for (const match of [{ 'own-funds': '900000.00' }, { bank: '100000.00' }, []]) {
      expect(read({ match }).application?.match).toEqual({});
    }
  });

  it('takes sources that the rules do not count, which the own match leaves out', () => {
    const own: MatchRules = { minShareOfBudget: '0.1' };
    const match = { 'own-funds': '60000.00', 'gifts-expected': '40000.00' };
    const given = smallRound((changed) => (changed.match = own));
    const { application: whole, faults } = read({ match, jointWith: undefined }, given);
    expect(faults).toEqual([]);
    expect(whole?.match).toEqual(match);
  });

  it('puts no text of any length into the place of a fault', () => {
    const long = 'x'.repeat(100_000);
    expect(faultsOf({ documents: { certificate: 1, [long]: 1, 'a/b~c': 2 } })).toEqual([
      '/documents unknown',
      '/documents unknown',
    ]);
  });

  it('never fails, whatever stands in these members, and reads again what it has read', () => {
    const names = Object.keys(asked);
    const values = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom('certificate', 'cases', 'own-funds'), fc.nat()),
      fc.array(fc.constantFrom('honest', 'centre-only', MODEL)),
      fc.constantFrom('new', 'centre', 5),
    );
    const members = fc.record(Object.fromEntries(names.map((name) => [name, values])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(members, (given) => {
        const first = read(given);
        if (first.application === null) return;
        const again = readApplication(Buffer.from(JSON.stringify(first.application)), rules);
        expect(again.application).toEqual(first.application);
      }),
      { numRuns: 500 },
    );
  });

  it('reads a check of another kind past', () => {
    const other: QualificationCheck = { variant: 'no-open-project' };
    const given = smallRound(({ qualification }) => void qualification.push(other));
    expect(faultsOf({ jointWith: undefined }, given)).toEqual([]);
  });
});
