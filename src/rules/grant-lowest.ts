import { parseAmount, printAmount, type Fen } from '../kernel/money';
import { refuseGrant } from './engines.refusals';
import type { Asked } from './grant-bounds';
import { worked, type WorkedGrant } from './grant-family';
import type { BilingualText, CategoryRules } from './rule-set.types';

/** One of the amounts of which a grant is the lowest. */
export interface Candidate {
  /** Under which name it goes into the explanation. */
  readonly name: string;
  readonly amountFen: Fen;
  /** What it is, as a noun. */
  readonly words: BilingualText;
}

/** What was reckoned before. */
interface Lead {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly arithmetic?: string;
  /** A sentence with its full stop. */
  readonly words?: BilingualText;
}

/**
 * The lowest of some amounts, as the grant: where the rules reckon it, what would go beyond a cap is cut to it.
 * @throws GRANT.COMES_TO_NOTHING
 */
export function lowestOf(candidates: readonly Candidate[], lead: Lead = {}): WorkedGrant {
  const grantFen = candidates
    .map(({ amountFen }) => amountFen)
    .reduce((lowest, amountFen) => (amountFen < lowest ? amountFen : lowest));
  if (grantFen === 0n) throw refuseGrant('GRANT.COMES_TO_NOTHING');
  const amounts = candidates.map(({ amountFen }) => printAmount(amountFen));
  const grant = printAmount(grantFen);
  const sum = amounts.length > 1 ? [`min(${amounts.join(', ')}) = ${grant}`] : [];
  const steps = [...(lead.arithmetic === undefined ? [] : [lead.arithmetic]), ...sum];
  const inputs = candidates.map(({ name }, index) => [name, amounts[index]!] as const);
  return worked(
    grantFen,
    { ...lead.inputs, ...Object.fromEntries(inputs) },
    steps.length === 0 ? grant : steps.join('; '),
    wordsOf(candidates, amounts, grant, lead),
  );
}

function wordsOf(
  candidates: readonly Candidate[],
  amounts: readonly string[],
  grant: string,
  lead: Lead,
): BilingualText {
  const before = lead.words ?? { zh: '', en: '' };
  const gap = before.en === '' ? '' : ' ';
  const [only] = candidates;
  if (candidates.length === 1 && only !== undefined) {
    const { zh, en } = only.words;
    return {
      zh: `${before.zh}${zh}：${grant}元。`,
      en: `${before.en}${gap}It is ${en}: ${grant} yuan.`,
    };
  }
  const zh = candidates.map(({ words }, index) => `${words.zh}（${amounts[index]!}元）`);
  const en = candidates.map(({ words }, index) => `${words.en} (${amounts[index]!} yuan)`);
  return {
    zh: `${before.zh}取${zh.join('、')}中最低者，为${grant}元。`,
    en: `${before.en}${gap}The lowest of ${en.join(', ')} is ${grant} yuan.`,
  };
}

/** What the project asks for, as a candidate. */
export function askedCandidate({ askedFen }: Asked): Candidate {
  return {
    name: 'asked',
    amountFen: askedFen,
    words: { zh: '预算缺口', en: 'what the budget lacks' },
  };
}

/** The most that the amount rule gives; none without a limit. */
export function limitCandidate(name: string, limit: string | undefined): Candidate[] {
  if (limit === undefined) return [];
  const words = { zh: '每个项目的上限', en: 'the limit per project' };
  return [{ name, amountFen: parseAmount(limit), words }];
}

/** The cap of its category; none without one. */
export function categoryCandidate(category: CategoryRules | undefined): Candidate[] {
  const cap = category?.cap;
  if (category === undefined || cap === undefined) return [];
  const { zh, en } = category.name;
  const words = { zh: `“${zh}”每个项目的上限`, en: `the limit per project of “${en}”` };
  return [{ name: 'categoryCap', amountFen: parseAmount(cap), words }];
}
