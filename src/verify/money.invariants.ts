import { byQuery, type Evidence, type Invariant } from './invariant';

interface TransferRow {
  id: string;
  act: string;
  amount_fen: string;
  debit: string;
  debit_kind: string;
  credit: string;
  credit_kind: string;
}

/** At every prefix no account but a source is below zero; budget ≥ reserved ≥ committed ≥ due ≥ paid follows. */
async function overdrawnAtSomePoint({ owner }: Evidence): Promise<string[]> {
  const transfers: TransferRow[] = await owner.query(
    `SELECT t.id, t.act, t.amount_fen, d.id AS debit, d.kind AS debit_kind, c.id AS credit, c.kind AS credit_kind
     FROM ledger_transfers t JOIN ledger_accounts d ON d.id = t.debit_account_id
     JOIN ledger_accounts c ON c.id = t.credit_account_id ORDER BY t.at, t.id`,
  );
  const balances = new Map<string, bigint>();
  const faults: string[] = [];
  for (const { id, act, amount_fen, debit, debit_kind, credit } of transfers) {
    const amountFen = BigInt(amount_fen);
    const left = (balances.get(debit) ?? 0n) - amountFen;
    balances.set(debit, left);
    balances.set(credit, (balances.get(credit) ?? 0n) + amountFen);
    if (left < 0n && debit_kind !== 'source') {
      faults.push(`transfer ${id} (${act}) leaves ${debit_kind} ${debit} at ${left} fen`);
    }
  }
  return faults;
}

/** M1, M4, M6, M7, and M8, M10 and M11, which are ours. */
export const moneyInvariants: readonly Invariant[] = [
  {
    id: 'M1',
    zh: '任何时点：预算 ≥ 已预留 ≥ 已承诺 ≥ 应付 ≥ 已付',
    en: 'at every moment budget ≥ reserved ≥ committed ≥ due ≥ paid',
    violations: overdrawnAtSomePoint,
  },
  byQuery(
    'M4',
    '付款由两人办理，所付即所批',
    'no payment is approved by its maker, and what was executed is what was approved',
    `SELECT 'payment ' || id || ': ' || CASE
         WHEN maker_id = checker_id THEN 'released by its maker'
         WHEN voucher_maker_id = voucher_checker_id THEN 'voucher confirmed by who entered it'
         WHEN return_maker_id = return_checker_id THEN 'return confirmed by who entered it'
         WHEN released_at < entered_at THEN 'released before it was entered'
         WHEN executed_digest IS DISTINCT FROM approved_digest THEN 'executed other than approved'
         ELSE 'approved other than ordered' END AS what
     FROM payments WHERE maker_id = checker_id OR voucher_maker_id = voucher_checker_id
       OR return_maker_id = return_checker_id OR released_at < entered_at
       OR (executed_digest IS NOT NULL AND executed_digest IS DISTINCT FROM approved_digest)
       OR (approved_digest IS NOT NULL AND approved_digest <> encode(sha256(convert_to(order_text, 'UTF8')), 'hex'))`,
  ),
  byQuery(
    'M6',
    '借贷相等，余额等于分录之和',
    'every balance is the sum of its transfers, and all balances together are nothing',
    `WITH moved AS (
       SELECT account, sum(amount) AS amount FROM (
         SELECT debit_account_id AS account, -amount_fen AS amount FROM ledger_transfers
         UNION ALL SELECT credit_account_id, amount_fen FROM ledger_transfers) entries GROUP BY account)
     SELECT 'account ' || a.id || ' (' || a.kind || ') has ' || a.balance_fen || ' fen, its transfers say '
       || coalesce(m.amount, 0) AS what
     FROM ledger_accounts a LEFT JOIN moved m ON m.account = a.id
     WHERE a.balance_fen <> coalesce(m.amount, 0)
     UNION ALL SELECT 'all balances together are ' || sum(balance_fen) || ' fen' FROM ledger_accounts
     HAVING sum(balance_fen) <> 0`,
  ),
  byQuery(
    'M7',
    '每项立项至多一份有效合同；公示结束前、暂停期间不签约',
    'one contract in force per award, none signed before its notice ended or under a hold',
    `SELECT 'award ' || award_id || ' has ' || count(*) || ' contracts in force' AS what
     FROM contracts WHERE state = 'inForce' GROUP BY award_id HAVING count(*) > 1
     UNION ALL
     SELECT 'contract ' || c.id || ' was signed before its notice ended'
     FROM contracts c JOIN awards a ON a.id = c.award_id
     JOIN contract_signatures s ON s.contract_id = c.id
     JOIN clocks k ON k.subject_id IN (a.id, a.lot_id) AND k.rule IN ('award.noticeEnds', 'lot.noticeEnds')
     WHERE k.state <> 'cancelled' AND (k.settled_at IS NULL OR s.signed_at < k.settled_at)
     UNION ALL
     SELECT 'contract ' || c.id || ' was signed under a hold'
     FROM contracts c JOIN awards a ON a.id = c.award_id
     JOIN contract_signatures s ON s.contract_id = c.id
     JOIN holds h ON h.subject_id IN (a.id, a.lot_id)
     WHERE s.signed_at > h.placed_at AND (h.lifted_at IS NULL OR s.signed_at < h.lifted_at)`,
  ),
  byQuery(
    'M8',
    '轮次余款已退回资金来源的，不再留有闲置资金',
    'a round whose money has gone back keeps none that no project or commission of it may still need',
    `SELECT 'round ' || r.id || ' still has ' || sum(a.balance_fen) || ' fen available' AS what
     FROM rounds r JOIN ledger_accounts a ON a.round_id = r.id AND a.kind = 'available'
     WHERE (r.money_returned_at IS NOT NULL OR r.state = 'cancelled')
       AND NOT EXISTS (SELECT FROM processes p JOIN awards w ON w.id = p.id
         WHERE p.kind = 'project' AND p.ended_at IS NULL AND w.round_id = r.id)
     GROUP BY r.id HAVING sum(a.balance_fen) > 0`,
  ),
  byQuery(
    'M10',
    '追回须两人决定、两人入账；应收与已退回的，与追回及退款记录一致',
    'what is receivable and returned is what two people each decided to ask back, and found that it came',
    `WITH asked AS (
       SELECT project_id, sum(amount_fen - returned_fen) AS open, sum(returned_fen) AS back
       FROM recoveries WHERE state IN ('asked', 'overdue', 'recovered') GROUP BY project_id),
     held AS (
       SELECT award_id, sum(balance_fen) FILTER (WHERE kind = 'receivable') AS open,
         sum(balance_fen) FILTER (WHERE kind = 'returned') AS back
       FROM ledger_accounts WHERE kind IN ('receivable', 'returned') GROUP BY award_id)
     SELECT 'award ' || coalesce(project_id, award_id) || ' has ' || coalesce(h.open, 0) || ' fen receivable and '
       || coalesce(h.back, 0) || ' returned, its recoveries say ' || coalesce(a.open, 0) || ' and ' || coalesce(a.back, 0) AS what
     FROM asked a FULL JOIN held h ON h.award_id = a.project_id
     WHERE coalesce(a.open, 0) <> coalesce(h.open, 0) OR coalesce(a.back, 0) <> coalesce(h.back, 0)
     UNION ALL
     SELECT 'recovery ' || r.id || ' has ' || r.returned_fen || ' fen back, its repayments say ' || coalesce(sum(p.amount_fen), 0)
     FROM recoveries r LEFT JOIN repayments p ON p.recovery_id = r.id AND p.state = 'confirmed'
     GROUP BY r.id HAVING r.returned_fen <> coalesce(sum(p.amount_fen), 0)
     UNION ALL
     SELECT 'recovery ' || id || ' was approved by who proposed it' FROM recoveries
     WHERE state NOT IN ('proposed', 'refused') AND decided_by = proposed_by
     UNION ALL
     SELECT 'repayment ' || id || ' was checked by who entered it' FROM repayments WHERE maker_id = checker_id`,
  ),
  byQuery(
    'M11',
    '结转年度由两人办理，不再留有可支用资金；资金不跨年度，结转除外',
    'a year closed by two people holds nothing that may be spent, and money changes its year only by being carried over',
    `SELECT 'fund ' || a.fund_id || ' still has ' || sum(a.balance_fen) || ' fen of the closed year ' || a.year AS what
     FROM ledger_accounts a JOIN year_closings y ON y.fund_id = a.fund_id AND y.year = a.year AND y.state = 'approved'
     WHERE a.kind IN ('fund', 'available', 'reserved', 'committed', 'due')
     GROUP BY a.fund_id, a.year HAVING sum(a.balance_fen) > 0
     UNION ALL
     SELECT 'transfer ' || t.id || ' (' || t.act || ') goes from ' || d.year || ' to ' || c.year
     FROM ledger_transfers t JOIN ledger_accounts d ON d.id = t.debit_account_id
     JOIN ledger_accounts c ON c.id = t.credit_account_id
     WHERE d.year <> c.year AND NOT (t.act LIKE 'carry%' AND c.year = d.year + 1)
       AND NOT (t.act = 'unpay' AND c.year > d.year)
     UNION ALL
     SELECT 'year ' || year || ' of fund ' || fund_id || ' was closed by who proposed it' FROM year_closings
     WHERE state = 'approved' AND decided_by = proposed_by`,
  ),
];
