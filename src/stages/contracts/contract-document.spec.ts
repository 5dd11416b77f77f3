import fc from 'fast-check';
import { toDay } from '../../kernel/day';
import { MAX_FEN, parseAmount } from '../../kernel/money';
import { digestOf } from '../../platform/crypto/digest';
import { smallRound } from '../../rules/small-round.fixture';
import { amendedAnnexes } from './contract-annexes';
import { drawUpContract, type ContractInputs } from './contract-document';
import { contractTransitions } from './contract.transitions';

const inputs = (change: Partial<ContractInputs> = {}): ContractInputs => ({
  contractId: 'contract',
  awardId: 'award',
  basis: 'competition',
  funder: { unitId: 'unit', name: '广州市民政局' },
  grantee: { partyId: 'party', name: '洛浦社工中心', creditCode: '52440113MJK0000000' },
  title: '长者助餐',
  drawnOn: toDay('2020-05-23'),
  round: { id: 'round', code: 'r7', revision: 2 },
  ruleSet: smallRound(),
  amountFen: 300_000_01n,
  plan: {
    budgetLines: [
      { code: 'staff', amount: '400000.01', note: '三名社工' },
      { code: 'activities', amount: '100000.00' },
    ],
    ownFunds: '200000.00',
    activities: [{ name: '送餐', times: 12, heads: 40 }],
    indicators: [{ name: '服务人次', target: 480, unit: '人次' }],
  },
  applicationDigest: 'a'.repeat(64),
  ...change,
});

describe('drawUpContract', () => {
  it('takes lines and own funds as they were applied for', () => {
    expect(drawUpContract(inputs())).toMatchObject({
      amount: '300000.01',
      ownFunds: '200000.00',
      budget: '500000.01',
      lines: [
        { code: 'staff', amount: '400000.01', note: '三名社工' },
        { code: 'activities', amount: '100000.00' },
      ],
      round: { id: 'round', code: 'r7', ruleSet: 'small-round', revision: 2 },
      projectFrom: '2020-06-12',
      projectTo: '2020-12-31',
    });
  });

  it('says what each tranche waits for', () => {
    const { tranches } = drawUpContract(inputs());
    expect(tranches.map(({ code, amount, trigger }) => [code, amount, trigger])).toEqual([
      ['first', '150000.01', 'contract-signed'],
      ['second', '120000.00', 'midterm'],
      ['last', '30000.00', 'final'],
    ]);
  });

  it('cuts every amount into tranches that add up to it', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: MAX_FEN }), (amountFen) => {
        const { tranches, amount } = drawUpContract(inputs({ amountFen }));
        const sum = tranches.reduce((total, tranche) => total + parseAmount(tranche.amount), 0n);
        expect(sum).toBe(parseAmount(amount));
      }),
    );
  });

  it('has another digest when anything in it is another', () => {
    const digest = digestOf(drawUpContract(inputs()));
    expect(digestOf(drawUpContract(inputs()))).toBe(digest);
    expect(digestOf(drawUpContract(inputs({ amountFen: 300_000_02n })))).not.toBe(digest);
    expect(digestOf(drawUpContract(inputs({ title: '长者助餐二期' })))).not.toBe(digest);
  });
});

/** The small round's rules with something else in them. */
const withRules = (change: object, tranches: object = {}): ContractInputs => {
  const ruleSet = smallRound();
  return inputs({
    ruleSet: {
      ...ruleSet,
      contract: { ...ruleSet.contract, ...change },
      ...tranches,
    },
  });
};

describe('the price of a contract', () => {
  it('is told where it is a lump sum or a ceiling', () => {
    expect(drawUpContract(withRules({ price: 'lump-sum' })).price?.means.en).toContain(
      'at the cost of the grantee',
    );
    expect(drawUpContract(withRules({ price: 'ceiling' })).price?.kind).toBe('ceiling');
  });

  it('is not mentioned where it is what was awarded', () => {
    const plain = drawUpContract(inputs());
    expect(plain).not.toHaveProperty('price');
    expect(drawUpContract(withRules({ price: 'award' }))).toEqual(plain);
  });

  it('is what is expected where outputs are paid', () => {
    expect(drawUpContract(withRules({ price: 'by-output' })).price?.means.zh).toContain('预计总额');
  });
});

describe('the annexes of a contract', () => {
  const annexed = (annexes: string[], change: Partial<ContractInputs> = {}) =>
    drawUpContract({ ...withRules({ annexes }), ...change }).annexes;

  it('have the digest of what they say', () => {
    const [application, plan, budget] = annexed(['application', 'plan', 'budget'])!;
    expect(application).toEqual({ annex: 'application', digest: 'a'.repeat(64) });
    const { activities, indicators } = inputs().plan;
    expect(plan?.digest).toBe(
      digestOf({
        activities: activities.map((one) => ({ ...one })),
        indicators: indicators.map((one) => ({ ...one })),
      }),
    );
    expect(budget?.digest).not.toBe(plan?.digest);
  });

  it('have the plan of a commission in place of an application', () => {
    const [application, plan] = annexed(['application', 'plan'], { applicationDigest: null })!;
    expect(application?.digest).toBe(plan?.digest);
  });

  it('follow the plan when it is amended, and keep the application', () => {
    const before = annexed(['application', 'plan', 'budget'])!;
    const plan = { ...inputs().plan, ownFunds: '1.00' };
    const after = amendedAnnexes(before, plan);
    expect(after.map(({ digest }, index) => digest === before[index]?.digest)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('name a pledge, which is on paper, and are none where the rules name none', () => {
    expect(annexed(['pledge'])).toEqual([{ annex: 'pledge', digest: null }]);
    expect(drawUpContract(inputs())).not.toHaveProperty('annexes');
  });
});

describe('the tranches of a contract', () => {
  it('say what they are a share of, what they wait for, and what they mean', () => {
    const [first] = smallRound().tranches;
    const tranches = [
      { ...first!, code: 'staff', share: '1', of: { variant: 'lines', lines: ['staff'] } },
      {
        ...first!,
        code: 'rest',
        share: '1',
        meaning: 'reimbursement',
        trigger: {
          variant: 'all-of',
          triggers: [
            { variant: 'months-after-start', months: 6 },
            { variant: 'report-approved', report: 'final' },
          ],
        },
      },
    ];
    expect(drawUpContract(withRules({}, { tranches })).tranches).toMatchObject([
      { code: 'staff', amount: '240000.01', trigger: 'contract-signed', of: 'lines-staff' },
      {
        code: 'rest',
        amount: '60000.00',
        trigger: 'months-after-start 6 + report-approved final',
        meaning: 'reimbursement',
      },
    ]);
  });
});

describe('contractTransitions', () => {
  it('lets nothing into force that is not drawn, and refuses nothing that is in force', () => {
    expect(contractTransitions.moves.enter.from).toEqual(['drawn']);
    expect(contractTransitions.can('inForce', 'refuse')).toBe(false);
    expect(contractTransitions.can('inForce', 'sign')).toBe(false);
  });
});
