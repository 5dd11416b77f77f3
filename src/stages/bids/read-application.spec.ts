import * as fc from 'fast-check';
import { application } from '../../../test/support/applications';
import { smallRound } from '../../rules/small-round.fixture';
import type { ApplicationFault } from './application';
import { readApplication } from './read-application';

const rules = smallRound();
const read = (document: unknown, given = rules) =>
  readApplication(Buffer.from(JSON.stringify(document)), given);
const told = (faults: readonly ApplicationFault[]) =>
  faults.map(({ pointer, rule }) => `${pointer} ${rule}`);

describe('readApplication', () => {
  it('reads a whole application as it was written, with what it comes to', () => {
    const { application: whole, ...rest } = read(application());
    expect(whole).toEqual(application());
    expect(rest).toEqual({ budgetFen: 20_000_000n, ownFundsFen: 10_000_000n, faults: [] });
  });

  it('leaves out what the form does not know, and reads the rest', () => {
    const more = {
      ...application(),
      bankAccount: '6222',
      sections: { ...application().sections, extra: 'x' },
    };
    const { application: whole, faults } = read(more);
    expect(whole).toEqual(application());
    expect(faults).toEqual([]);
  });

  it.each<[string, object, string[]]>([
    ['no title', { title: ' ' }, ['/title length']],
    ['a title too long', { title: '长'.repeat(101) }, ['/title length']],
    ['an unknown category', { category: 'sport' }, ['/category unknown']],
    ['no category', { category: undefined }, ['/category missing']],
    [
      'an unknown line',
      { budgetLines: [{ code: 'cars', amount: '1.00' }] },
      ['/budgetLines/0/code unknown'],
    ],
    ['an amount without decimals', { ownFunds: '100000' }, ['/ownFunds amount']],
    ['an amount as a number', { ownFunds: 100000 }, ['/ownFunds type']],
    ['a negative amount', { ownFunds: '-1.00' }, ['/ownFunds amount']],
    [
      'a budget of nothing',
      { budgetLines: [{ code: 'staff', amount: '0.00' }] },
      ['/budgetLines empty'],
    ],
    ['no budget', { budgetLines: [] }, ['/budgetLines items', '/budgetLines empty']],
    ['another schema', { schema: 'yichuang/application/2' }, ['/schema unknown']],
  ])('makes nothing of an application with %s', (_, changes, faults) => {
    const {
      application: whole,
      budgetFen,
      ownFundsFen,
      faults: given,
    } = read(application(changes));
    expect([whole, budgetFen, ownFundsFen]).toEqual([null, null, null]);
    expect(told(given)).toEqual(faults);
  });

  it('takes no line twice, and no total from a budget with a gap', () => {
    const staff = { code: 'staff', amount: '1.00' };
    const twice = read(application({ budgetLines: [staff, staff] }));
    expect(told(twice.faults)).toEqual(['/budgetLines/1/code twice']);
    expect(twice.budgetFen).toBeNull();
  });

  it('takes no total above the largest amount', () => {
    const most = '10000000000000.00';
    const lines = ['staff', 'activities'].map((code) => ({ code, amount: most }));
    const { budgetFen, faults } = read(application({ budgetLines: lines }));
    expect(budgetFen).toBeNull();
    expect(told(faults)).toEqual(['/budgetLines amount']);
  });

  it.each<[string, object, string[]]>([
    [
      'a section is missing',
      { sections: { ...application().sections, need: undefined } },
      ['/sections/need missing'],
    ],
    [
      'a section is blank',
      { sections: { ...application().sections, plan: ' \n' } },
      ['/sections/plan missing'],
    ],
    [
      'a section is too long',
      { sections: { ...application().sections, summary: '长'.repeat(501) } },
      ['/sections/summary length'],
    ],
    [
      'the sections are a list',
      { sections: [] },
      [
        '/sections type',
        '/sections/summary missing',
        '/sections/need missing',
        '/sections/plan missing',
        '/sections/team missing',
      ],
    ],
    ['there are no activities', { activities: [] }, ['/activities items']],
    [
      'an activity serves nobody',
      { activities: [{ name: '活动', times: 1, heads: 0 }] },
      ['/activities/0/heads number'],
    ],
    [
      'an indicator has no target',
      { indicators: [{ name: '人次', unit: '人次' }] },
      ['/indicators/0/target missing'],
    ],
    [
      'a target is a fraction',
      { indicators: [{ name: '人次', target: 1.5, unit: '人次' }] },
      ['/indicators/0/target number'],
    ],
    [
      'a note is too long',
      { budgetLines: [{ code: 'staff', amount: '1.00', note: '注'.repeat(501) }] },
      ['/budgetLines/0/note length'],
    ],
  ])('reads on and tells the fault when %s', (_, changes, faults) => {
    const { application: whole, faults: given } = read(application(changes));
    expect(whole).not.toBeNull();
    expect(told(given)).toEqual(faults);
  });

  it('takes a text of 𠮷 characters as long as the form allows', () => {
    const sections = { ...application().sections, summary: '𠮷'.repeat(500) };
    expect(read(application({ sections })).faults).toEqual([]);
  });

  it('asks for no category where the rules have none', () => {
    const without = smallRound((changed) => {
      changed.categories = [];
    });
    const { application: whole, faults } = read(application(), without);
    expect(faults).toEqual([]);
    expect(whole).not.toHaveProperty('category');
  });

  it.each<[string, Uint8Array]>([
    ['bytes that are no UTF-8', Buffer.from([0xff, 0xfe, 0x7b])],
    ['a text that is no JSON', Buffer.from('not JSON')],
    ['a key that stands twice', Buffer.from('{"schema":"yichuang/application/1","schema":"x"}')],
    ['a NUL, which the database cannot hold', Buffer.from('{"title":"a\\u0000b"}')],
    ['a tower of brackets', Buffer.from('['.repeat(100_000))],
    ['nothing', Buffer.alloc(0)],
  ])('calls %s unreadable', (_, bytes) => {
    const { application: whole, faults } = readApplication(bytes, rules);
    expect(whole).toBeNull();
    expect(told(faults)).toEqual([' unreadable']);
  });

  it('never fails, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        expect(readApplication(bytes, rules).faults.length).toBeGreaterThan(0);
      }),
    );
  });

  it('never fails and never tells more than 200 faults, whatever stands in the members', () => {
    const members = fc.record(
      Object.fromEntries(Object.keys(application()).map((name) => [name, fc.jsonValue()])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(members, (given) => {
        const document = { ...application(), ...given, schema: 'yichuang/application/1' };
        const { application: whole, faults } = read(document);
        expect(faults.length).toBeLessThanOrEqual(200);
        if (faults.length === 0) expect(whole).not.toBeNull();
      }),
    );
    const endless = { ...application(), indicators: Array(5_000).fill(1) };
    expect(read(endless).faults).toHaveLength(200);
  });

  it('reads again what it has read, the same', () => {
    const budgets = fc.uniqueArray(
      fc.constantFrom(...rules.form.budgetLines.map(({ code }) => code)),
      {
        minLength: 1,
      },
    );
    fc.assert(
      fc.property(budgets, fc.integer({ min: 1, max: 10_000 }), (codes, yuan) => {
        const budgetLines = codes.map((code) => ({ code, amount: `${yuan}.00` }));
        const first = read(application({ budgetLines }));
        expect(read(first.application)).toEqual(first);
        expect(first.budgetFen).toBe(BigInt(codes.length * yuan * 100));
      }),
    );
  });
});
