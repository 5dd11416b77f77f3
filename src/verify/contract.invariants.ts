import { parseAmount, splitByShares, type Fen } from '../kernel/money';
import { parseRatio, ratioOf, sum } from '../kernel/ratio';
import type { Evidence, Invariant } from './invariant';

interface VersionRow {
  contract_id: string;
  number: number;
  digest: string;
  follows: string | null;
  amount_fen: string;
  tranches: { code: string; amount: string; isFixed?: boolean }[];
  shares: Record<string, string>;
  /** Whether a tranche is a share of something else than the award. */
  has_bases: boolean;
  is_decided_alone: boolean;
  signatures: number;
}

interface PlannedRow {
  contract_id: string;
  code: string;
  planned_fen: string;
}

const VERSIONS = `
  WITH rules AS (
    SELECT r.id AS round_id, (SELECT jsonb_object_agg(t->>'code', t->>'share')
        FROM jsonb_array_elements(v.document->'tranches') t) AS shares,
      v.document @? '$.tranches[*].of ? (@.variant <> "award")' AS has_bases
    FROM rounds r JOIN rule_set_revisions v ON v.round_id = r.id AND v.revision = r.revision)
  SELECT c.id AS contract_id, 1 AS number, c.digest, NULL AS follows, c.amount_fen, c.document->'tranches' AS tranches,
    u.shares, u.has_bases, false AS is_decided_alone, 2 AS signatures
  FROM contracts c JOIN rules u USING (round_id)
  UNION ALL
  SELECT a.contract_id, a.number, a.digest, a.document#>>'{amendment,follows}', a.amount_fen, a.document->'tranches',
    u.shares, u.has_bases, a.decided_by IS NOT DISTINCT FROM a.proposed_by,
    (SELECT count(DISTINCT s.person_id) FROM amendment_signatures s
     WHERE s.amendment_id = a.id AND s.document_digest = a.digest)::int
  FROM amendments a JOIN rules u USING (round_id) WHERE a.state = 'inForce'
  ORDER BY contract_id, number`;

const PLANNED = `SELECT contract_id, code, planned_fen FROM tranches
  WHERE EXISTS (SELECT FROM amendments a WHERE a.contract_id = tranches.contract_id AND a.state = 'inForce')`;

/** The versions of every contract that was amended follow from one another, and its tranches are those of the last. */
async function versionsThatDoNotFollow({ owner }: Evidence): Promise<string[]> {
  const versions: VersionRow[] = await owner.query(VERSIONS);
  const planned: PlannedRow[] = await owner.query(PLANNED);
  const tranches = Map.groupBy(planned, ({ contract_id }) => contract_id);
  const faults: string[] = [];
  for (const [contract, rows] of Map.groupBy(versions, ({ contract_id }) => contract_id)) {
    rows.slice(1).forEach((version, index) => {
      const name = `contract ${contract}, version ${version.number}`;
      for (const fault of faultsOf(version, rows[index]!)) faults.push(`${name}: ${fault}`);
    });
    const last = new Map(rows.at(-1)!.tranches.map(({ code, amount }) => [code, amount]));
    for (const { code, planned_fen } of tranches.get(contract) ?? []) {
      const amount = last.get(code);
      if (amount !== undefined && parseAmount(amount) === BigInt(planned_fen)) continue;
      faults.push(`contract ${contract}: tranche ${code} is planned with ${planned_fen} fen`);
    }
  }
  return faults;
}

function faultsOf(version: VersionRow, before: VersionRow): string[] {
  const faults: string[] = [];
  if (version.number !== before.number + 1) faults.push('a version is missing before it');
  if (version.follows !== before.digest) faults.push('does not follow the version before it');
  if (version.is_decided_alone) faults.push('proposed and approved by one person');
  if (version.signatures !== 2) faults.push('not signed by two persons');
  if (version.amount_fen === before.amount_fen) return faults;
  const expected = replanned(version, before);
  version.tranches.forEach(({ code, amount }, index) => {
    if (parseAmount(amount) !== expected[index]) faults.push(`tranche ${code} is ${amount}`);
  });
  return faults;
}

/**
 * What the tranches come to: a fixed one as it was before, the others what is left by their shares, or, where tranches are shares of
 * years and lines, by what they were before.
 */
function replanned(version: VersionRow, before: VersionRow): Fen[] {
  const { amount_fen, tranches, shares, has_bases } = version;
  const former = new Map(before.tranches.map(({ code, amount }) => [code, parseAmount(amount)]));
  const open = tranches.filter(({ isFixed }) => isFixed !== true);
  const fixedFen = tranches
    .filter(({ isFixed }) => isFixed === true)
    .reduce((total, { code }) => total + former.get(code)!, 0n);
  const openShares = open.map(({ code }) =>
    has_bases ? ratioOf(former.get(code)!) : parseRatio(shares[code]!),
  );
  const whole = sum(openShares);
  const parts = splitByShares(
    BigInt(amount_fen) - fixedFen,
    openShares.map((share) => share.div(whole)),
  );
  return tranches.map(({ code }) => {
    const place = open.findIndex((tranche) => tranche.code === code);
    return place === -1 ? former.get(code)! : parts[place]!;
  });
}

/** C1, which is ours. */
export const contractInvariants: readonly Invariant[] = [
  {
    id: 'C1',
    zh: '合同各版本前后相承，由两人提出和批准、双方签署；各期拨款与现行版本一致',
    en: 'the versions of a contract follow from one another, by two persons, signed by both; the tranches are those of the last',
    violations: versionsThatDoNotFollow,
  },
];
