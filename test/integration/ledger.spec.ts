import { newId } from '../../src/kernel/id';
import { MAX_FEN } from '../../src/kernel/money';
import { Refusal } from '../../src/kernel/refusal';
import { ledger, openLedgerTables, posting, type LedgerTables } from './ledger-tables';

let tables: LedgerTables;
const act: LedgerTables['act'] = (work) => tables.act(work);
const round: LedgerTables['round'] = (availableFen) => tables.round(availableFen);

beforeAll(async () => {
  tables = await openLedgerTables(20);
});
afterAll(() => tables.close());

async function balancesOf(roundId: string): Promise<Record<string, bigint>> {
  const totals: Record<string, bigint> = {};
  for (const { kind, balanceFen } of await act((ctx) => ledger.balances(ctx, { roundId }))) {
    totals[kind] = (totals[kind] ?? 0n) + balanceFen;
  }
  return totals;
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => new Error('it was not refused'),
    (refused: unknown) => refused,
  );
  return error instanceof Refusal ? error.code : String(error);
}

describe('a transfer', () => {
  it('moves an award from its reservation to its payment and partly back', async () => {
    const of = await round(1_000n);
    const awardId = newId();
    const whole = posting(of, 600n, awardId);
    for (const name of ['reserve', 'commit', 'makeDue', 'pay'] as const) {
      await act((ctx) => ledger[name](ctx, whole));
    }
    await act((ctx) => ledger.claimBack(ctx, { ...whole, amountFen: 80n }));
    await act((ctx) => ledger.giveBack(ctx, { ...whole, amountFen: 50n }));
    expect(await balancesOf(of.roundId)).toEqual({
      available: 400n,
      reserved: 0n,
      committed: 0n,
      due: 0n,
      paid: 520n,
      receivable: 30n,
      returned: 50n,
    });
    expect(await act((ctx) => ledger.awardBalances(ctx, awardId))).toEqual([
      {
        fundId: of.fundId,
        reservedFen: 0n,
        committedFen: 0n,
        dueFen: 0n,
        paidFen: 520n,
        receivableFen: 30n,
        returnedFen: 50n,
      },
    ]);
  });

  it('goes back to the pot from each state before payment', async () => {
    const of = await round(300n);
    const steps = {
      unreserve: ['reserve'],
      uncommit: ['reserve', 'commit'],
      undue: ['reserve', 'commit', 'makeDue'],
    } as const;
    for (const [back, there] of Object.entries(steps)) {
      const part = posting(of, 300n);
      for (const name of there) await act((ctx) => ledger[name](ctx, part));
      expect((await balancesOf(of.roundId)).available).toBe(0n);
      await act((ctx) => ledger[back as keyof typeof steps](ctx, part));
      expect((await balancesOf(of.roundId)).available).toBe(300n);
    }
  });

  it('takes the last fen', async () => {
    const of = await round(100n);
    await act((ctx) => ledger.reserve(ctx, posting(of, 100n)));
    expect(await balancesOf(of.roundId)).toMatchObject({ available: 0n, reserved: 100n });
  });

  it('is refused one fen beyond what the account has, and says how much is missing', async () => {
    const of = await round(100n);
    const refused = act((ctx) => ledger.reserve(ctx, posting(of, 101n)));
    await expect(refused).rejects.toMatchObject({
      code: 'LEDGER.INSUFFICIENT',
      facts: { account: 'available', missing: '0.01' },
    });
    expect(await balancesOf(of.roundId)).toEqual({ available: 100n });
  });

  it('is refused from an account that was never opened', async () => {
    const of = await round(100n);
    expect(await codeOf(act((ctx) => ledger.pay(ctx, posting(of, 1n))))).toBe(
      'LEDGER.INSUFFICIENT',
    );
    expect(
      await codeOf(act((ctx) => ledger.reserve(ctx, posting({ ...of, roundId: newId() }, 1n)))),
    ).toBe('LEDGER.INSUFFICIENT');
  });

  it('of one award cannot use what another holds', async () => {
    const of = await round(100n);
    await act((ctx) => ledger.reserve(ctx, posting(of, 100n)));
    expect(await codeOf(act((ctx) => ledger.commit(ctx, posting(of, 1n))))).toBe(
      'LEDGER.INSUFFICIENT',
    );
  });

  it('of nothing or less is a fault of the program', async () => {
    const of = await round(100n);
    for (const amountFen of [0n, -1n]) {
      await expect(act((ctx) => ledger.reserve(ctx, posting(of, amountFen)))).rejects.toThrow(
        RangeError,
      );
    }
  });

  it('leaves its event in the log of the round, with the amount as text', async () => {
    const of = await round(100n);
    const part = posting(of, 7n);
    await act((ctx) => ledger.reserve(ctx, part));
    const rows = await tables.sql<{ name: string; body: string }>(
      `SELECT name, body FROM audit_events WHERE stream = $1 ORDER BY id DESC LIMIT 1`,
      [of.roundId],
    );
    expect(rows[0]?.name).toBe('ledger.transfer-posted');
    expect(JSON.parse(rows[0]!.body)).toEqual({
      act: 'reserve',
      amountFen: '7',
      awardId: part.awardId,
      cause: part.cause,
      fundId: of.fundId,
    });
  });

  it('goes with its transaction: rolled back, nothing of it stays', async () => {
    const of = await round(100n);
    const broken = act(async (ctx) => {
      await ledger.reserve(ctx, posting(of, 60n));
      throw new Error('after all not');
    });
    await expect(broken).rejects.toThrow('after all not');
    expect(await balancesOf(of.roundId)).toEqual({ available: 100n });
  });
});

describe('budgets and rounds', () => {
  it('add up, and an opened round takes from the fund', async () => {
    const of = await round(100n);
    expect(await act((ctx) => ledger.unallocated(ctx, [of.fundId]))).toEqual(
      new Map([[of.fundId, 0n]]),
    );
    const { unitPath } = tables;
    const cause = { kind: 'budget', id: newId() };
    await act((ctx) =>
      ledger.budget(ctx, { fundId: of.fundId, unitPath, year: 2021, amountFen: 40n, cause }),
    );
    const further = { fundId: of.fundId, roundId: newId(), unitPath };
    expect(await codeOf(act((ctx) => ledger.openRound(ctx, { ...further, amountFen: 41n })))).toBe(
      'LEDGER.INSUFFICIENT',
    );
    await act((ctx) => ledger.openRound(ctx, { ...further, amountFen: 40n }));
    expect(await balancesOf(further.roundId)).toEqual({ available: 40n });
  });

  it('give back what was not awarded when the round is closed, and nothing twice', async () => {
    const of = await round(100n);
    await act((ctx) => ledger.reserve(ctx, posting(of, 30n)));
    for (let i = 0; i < 2; i += 1) {
      await act((ctx) => ledger.closeRound(ctx, of.roundId));
      expect(await balancesOf(of.roundId)).toEqual({ available: 0n, reserved: 30n });
      const left = await act((ctx) => ledger.unallocated(ctx, [of.fundId]));
      expect(left.get(of.fundId)).toBe(70n);
    }
  });

  it('take ten trillion yuan in a fund, and not a fen more', async () => {
    const fundId = await tables.fund();
    const { unitPath } = tables;
    const budget = (amountFen: bigint) =>
      act((ctx) =>
        ledger.budget(ctx, {
          fundId,
          unitPath,
          year: 2020,
          amountFen,
          cause: { kind: 'budget', id: newId() },
        }),
      );
    expect(await codeOf(budget(MAX_FEN + 1n))).toBe('LEDGER.TOO_LARGE');
    await budget(MAX_FEN);
    expect(await codeOf(budget(1n))).toBe('LEDGER.TOO_LARGE');
  });
});

describe('many at once', () => {
  it('of 50 who want the last fen, one gets it', async () => {
    const of = await round(1n);
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () =>
        act((ctx) => ledger.reserve(ctx, posting(of, 1n))).then(
          () => 'taken',
          (error: unknown) => (error as Refusal).code,
        ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'LEDGER.INSUFFICIENT')).toHaveLength(49);
    expect(await balancesOf(of.roundId)).toEqual({ available: 0n, reserved: 1n });
  });

  it('two who draw on two funds in opposite order both get through', async () => {
    const first = await round(100n);
    const second = await tables.fund();
    const { unitPath } = tables;
    const cause = { kind: 'budget', id: newId() };
    await act((ctx) =>
      ledger.budget(ctx, { fundId: second, unitPath, year: 2020, amountFen: 100n, cause }),
    );
    await act((ctx) =>
      ledger.openRound(ctx, { fundId: second, roundId: first.roundId, unitPath, amountFen: 100n }),
    );
    const other = { ...first, fundId: second };
    const crossing = async (parts: readonly (typeof first)[]) =>
      act(async (ctx) => {
        for (const part of parts) await ledger.reserve(ctx, posting(part, 5n));
      });
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => crossing(i % 2 ? [first, other] : [other, first])),
    );
    expect(await balancesOf(first.roundId)).toMatchObject({ available: 0n, reserved: 200n });
  });
});
