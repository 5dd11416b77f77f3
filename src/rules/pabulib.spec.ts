import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parseAmount } from '../kernel/money';
import { allocateAwards } from './allocate-awards';
import type { AllocationRules, AwardedLot } from './award-rules';
import type { Placement } from './placement';
import { rankBids } from './rank-bids';
import type { FundPot, RankWithinBudget } from './rule-set.types';
import { smallRound } from './small-round.fixture';

const root = join(__dirname, '../..');
/** Fifteen published rounds of participatory budgets with their winners, from Pabulib; read where it lies and never copied. */
const file = join(root, '../shared/pb_rounds.csv');

/** A project as the file has it: the round's columns stand in every line. */
interface Project {
  readonly round: string;
  readonly budget: string;
  readonly rule: string;
  readonly threshold: string;
  readonly fund_rule_note: string;
  readonly project_id: string;
  readonly cost: string;
  readonly votes: string;
  readonly score: string;
  /** 1: a winner. 2: funded with money from elsewhere. Empty: not recorded. */
  readonly selected: '0' | '1' | '2' | '';
}

type ByOurRules = Pick<RankWithinBudget, 'whenItDoesNotFit' | 'leastShareLeft'>;

/** What does not fit is passed over. */
const skip: ByOurRules = { whenItDoesNotFit: 'skip' };
/** With what does not fit the awards end. */
const stop: ByOurRules = { whenItDoesNotFit: 'stop' };
/** What does not fit is funded in full from reserves where at least 80 % of it are left, and the awards end. */
const overrun: ByOurRules = { whenItDoesNotFit: 'overrun', leastShareLeft: '0.8' };

/** The rounds in whose recorded winners our rules come out, each with what it does with a project that does not fit. */
const reproduced: Readonly<Record<string, ByOurRules>> = {
  Poland_Czestochowa_2024_Trzech_Wieszczow: skip,
  Poland_Gdynia_2020: stop,
  Poland_Gdynia_2021_Babie_Doly__large: stop,
  Poland_Katowice_2024_Murcki: skip,
  Poland_Krakow_2023_Nowa_Huta: skip,
  'Poland_Lodz_2024_Baluty-Centrum': skip,
  'Poland_Lodz_2024_Stoki-Sikawa-Podgorze': skip,
  'Poland_Poznan_2024_11_-_Fabianowo-Kotowo_Gorczyn_Junikowo_Kwiatowe_Lawica__large': overrun,
  Poland_Warszawa_2017_Falenica: skip,
  Poland_Warszawa_2018_Aleksandrow: skip,
  // A winner excludes projects that overlap with it; which do is not in the file, and no recorded winner is missing for it.
  Poland_Warszawa_2024_Wilanow: skip,
  // The file says no-skip, and marks the project that was withdrawn after the vote by a price that nobody could pay: it was skipped.
  Poland_Wroclaw_2017_Rejon_nr_11_750: skip,
};

/** The rounds in whose recorded winners no rule on rank and money can come out of what the file has. */
const VESZPREM = 'Hungary_Veszprem_2025';
const AMSTERDAM = 'Netherlands_Amsterdam_621';
const ASSEN = 'Netherlands_Assen_2024';

if (existsSync(file)) compareWithTheFile(readRounds());
else tellThatItIsNotThere();

function tellThatItIsNotThere(): void {
  it('skipped: ../shared/pb_rounds.csv is not here, so no published winners are compared', () => {
    console.warn(
      `SKIPPED: ${relative(root, file)} is not here: published winners were not compared`,
    );
    expect(existsSync(file)).toBe(false);
  });
}

function compareWithTheFile(rounds: ReadonlyMap<string, readonly Project[]>): void {
  describe('published rounds', () => {
    it('are fifteen, twelve of which come out as recorded and three of which cannot', () => {
      const named = [...Object.keys(reproduced), VESZPREM, AMSTERDAM, ASSEN];
      expect([...rounds.keys()].sort()).toEqual(named.sort());
      expect(Object.keys(reproduced)).toHaveLength(12);
    });

    it.each(Object.entries(reproduced))('give the recorded winners: %s', (name, by) => {
      const projects = rounds.get(name)!;
      expect(winners(allocate(projects, by))).toEqual(recorded(projects, '1'));
      // What decides between projects with the same number the file does not say: here it decides nothing.
      expect(winners(allocate([...projects].reverse(), by))).toEqual(recorded(projects, '1'));
    });

    it('fund beyond the budget in Poznań what is recorded as paid from reserves, and nothing after it', () => {
      const [name] = Object.entries(reproduced).find(([, by]) => by === overrun)!;
      const projects = rounds.get(name)!;
      const placements = allocate(projects, overrun);
      const beyond = placements.filter(({ overrunFen }) => overrunFen > 0n);
      expect(ids(beyond)).toEqual(recorded(projects, '2'));
      expect(beyond[0]!.overrunFen).toBe(parseAmount('28000.00'));
      expect(placements.at(-1)!.explanation.inputs).toMatchObject({ endedAtRank: '3' });
    });

    it('would give nothing in Wrocław by the letter of its rule: the withdrawn project stands first', () => {
      const projects = rounds.get('Poland_Wroclaw_2017_Rejon_nr_11_750')!;
      expect(projects[0]!.rule).toBe('greedy-no-skip');
      expect(winners(allocate(projects, stop))).toEqual([]);
    });

    it('stop where the file says no-skip, but for Wrocław', () => {
      const bySkipping = [...rounds]
        .filter(([name, [first]]) => first!.rule === 'greedy-no-skip' && reproduced[name] !== stop)
        .map(([name]) => name);
      expect(bySkipping).toEqual(['Poland_Wroclaw_2017_Rejon_nr_11_750']);
    });
  });

  describe('rounds that cannot come out', () => {
    it('Veszprém: three price ranges stand for the prices, and by them a fourth project would fit to the last forint', () => {
      const projects = rounds.get(VESZPREM)!;
      expect(projects[0]!.fund_rule_note).toContain('one of 3 ranges');
      const prices = new Set(projects.map(({ cost }) => cost));
      expect([...prices].sort()).toEqual(['20000000', '40000000', '80000000']);
      const ours = winners(allocate(projects, skip));
      expect(ours.filter((id) => !recorded(projects, '1').includes(id))).toEqual(['44']);
      expect(ours).toEqual(expect.arrayContaining(recorded(projects, '1')));
    });

    it('Amsterdam: no winners are recorded', () => {
      const projects = rounds.get(AMSTERDAM)!;
      expect(new Set(projects.map(({ selected }) => selected))).toEqual(new Set(['']));
      expect(projects[0]!.fund_rule_note).toContain('Additional municipal funds were used');
    });

    it('Assen: equal shares are reckoned voter by voter, and the file has no ballots', () => {
      const projects = rounds.get(ASSEN)!;
      expect(projects[0]!.rule).toBe('equalshares/add1');
      expect(Object.keys(projects[0]!).filter((column) => /ballot|voter/.test(column))).toEqual([]);
      // By rank the third of all would be funded, and it is not among the winners.
      expect(winners(allocate(projects, skip))).toContain('8');
      expect(recorded(projects, '1')).not.toContain('8');
    });
  });
}

/** The file by rounds. */
function readRounds(): Map<string, Project[]> {
  const lines: Project[] = parse(readFileSync(file), { columns: true });
  return Map.groupBy(lines, ({ round }) => round);
}

/** The projects of a round in our hands: ranked by score where the file has scores, else by votes; its currency counts as ours. */
function allocate(projects: readonly Project[], by: ByOurRules): readonly Placement[] {
  const { budget, threshold } = projects[0]!;
  const { scoring, award, lots } = smallRound();
  const byScore = projects.some(({ score }) => score !== '');
  const bids = projects.map(({ project_id: bidId, score, votes }, index) => ({
    bidId,
    score: byScore ? score : votes,
    // The order of the file decides ties.
    receivedAt: new Date(index),
  }));
  const minimum = threshold === '' ? '0' : threshold;
  const { ranked } = rankBids({ ...scoring, passMark: minimum }, bids);
  const costs = new Map(projects.map(({ project_id: id, cost }) => [id, parseAmount(yuan(cost))]));
  const candidates = ranked.map(({ bidId, rank }) => ({
    ...{ bidId, rank, category: null, amountFen: costs.get(bidId)! },
  }));
  const lot: AwardedLot = lots[0]!;
  const rules: AllocationRules = {
    ...{ categories: [], lot },
    award: { ...(award as RankWithinBudget), ...by },
  };
  const pot: FundPot = { code: 'budget', name: lot.name, source: 'fiscal', amount: yuan(budget) };
  return allocateAwards(rules, [pot], candidates).placements;
}

/** A price of the file, which drops zeros behind the point, as an amount. */
function yuan(price: string): string {
  const [whole, part = ''] = price.split('.');
  return `${whole}.${part.padEnd(2, '0')}`;
}

/** Those that the budget pays in full. */
function winners(placements: readonly Placement[]): string[] {
  return ids(
    placements.filter(({ outcome, overrunFen }) => outcome === 'awarded' && overrunFen === 0n),
  );
}

function ids(placements: readonly Placement[]): string[] {
  return placements.map(({ bidId }) => bidId).sort();
}

function recorded(projects: readonly Project[], as: Project['selected']): string[] {
  return projects
    .filter(({ selected }) => selected === as)
    .map(({ project_id: id }) => id)
    .sort();
}
