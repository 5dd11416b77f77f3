import fc from 'fast-check';
import { toDay } from '../../kernel/day';
import { MAX_FEN, parseAmount } from '../../kernel/money';
import { digestOf } from '../../platform/crypto/digest';
import { smallRound } from '../../rules/small-round.fixture';
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

describe('contractTransitions', () => {
  it('lets nothing into force that is not drawn, and refuses nothing that is in force', () => {
    expect(contractTransitions.moves.enter.from).toEqual(['drawn']);
    expect(contractTransitions.can('inForce', 'refuse')).toBe(false);
    expect(contractTransitions.can('inForce', 'sign')).toBe(false);
  });
});
