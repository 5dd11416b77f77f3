import { barChart } from './bars';
import { both, html, named, type Markup, type Names } from './html';
import { backToFund, sumOf, wan, yuan } from './money';
import { table } from './table';
import { contractedOf, paidOn, type ToldRound } from './told-round';

interface Share {
  readonly name: string;
  readonly count: number;
  readonly awarded: bigint;
  readonly paid: bigint;
}

/** Where the money went: by category, by street, and in the ledger to the last fen. */
export function moneySection(round: ToldRound): Markup {
  const categories = sharesBy(round, categoryOf);
  return html`<section>
    <h2 id="money">${both('钱去了哪里', 'Where the money went')}</h2>
    ${chartOf(categories, '各类别资助', 'Money by category', '类别', 'Category')}
    ${
      round.streets === undefined
        ? ''
        : chartOf(sharesBy(round, streetOf), '各街道资助', 'Money by street', '街道', 'Street')
    }
    ${ledger(round)}
  </section>`;
}

function chartOf(
  shares: readonly Share[],
  zh: string,
  en: string,
  by: string,
  byEn: string,
): Markup {
  const bars = shares.map(({ name, count, awarded, paid }) => ({
    label: name,
    whole: Number(awarded),
    part: Number(paid),
    told: `${count}项 · ${wan(awarded)} · 已付${wan(paid)}`,
  }));
  return html`<figure>
      <figcaption>
        ${both(zh, en)}<i class="key pale"></i>合同金额 contracted<i class="key dark"></i>已付 paid
      </figcaption>
      ${barChart(zh, bars)}
    </figure>
    ${table(
      both(`${zh}（元）`, `${en} (yuan)`),
      [
        { zh: by, en: byEn },
        { zh: '项目数', en: 'Projects', isNumber: true },
        { zh: '合同金额', en: 'Contracted', isNumber: true },
        { zh: '已付', en: 'Paid', isNumber: true },
      ],
      shares.map(({ name, count, awarded, paid }) => [name, count, yuan(awarded), yuan(paid)]),
    )}`;
}

/** Contracted awards, added up by what a name is given for each; largest first. */
function sharesBy(round: ToldRound, nameOf: (round: ToldRound, award: any) => string): Share[] {
  const groups = new Map<string, any[]>();
  for (const award of contractedOf(round)) {
    const name = nameOf(round, award);
    groups.set(name, [...(groups.get(name) ?? []), award]);
  }
  const shares = [...groups].map(([name, awards]) => ({
    name,
    count: awards.length,
    awarded: sumOf(awards.map((award) => amountOf(round, award))),
    paid: awards.reduce<bigint>((sum, { awardId }) => sum + paidOn(round, awardId as string), 0n),
  }));
  return shares.sort((a, b) => Number(b.awarded - a.awarded));
}

function amountOf({ contracts }: ToldRound, { awardId, amount }: any): string {
  return (contracts.find((contract) => contract.awardId === awardId)?.amount ?? amount) as string;
}

function categoryOf({ rules, bids }: ToldRound, { bidId }: any): string {
  const category = bids.find((bid) => bid.bidId === bidId)?.category;
  const named = rules.ruleSet.categories.find(({ code }: any) => code === category);
  return (named?.name.zh ?? '定向委托') as string;
}

function streetOf({ streets }: ToldRound, { bidId }: any): string {
  return streets!.bids[bidId] ?? '定向委托';
}

const KINDS: Names = {
  available: ['可用', 'Available'],
  reserved: ['已预留', 'Reserved'],
  committed: ['已承诺', 'Committed'],
  due: ['应付', 'Due'],
  paid: ['已付', 'Paid'],
  receivable: ['应收回', 'Asked back'],
  returned: ['已追回', 'Paid back by grantees'],
};

function ledger({ ledger: { accounts, transfers }, rules }: ToldRound): Markup {
  const totals = new Map<string, bigint>();
  for (const { kind, balance } of accounts) {
    totals.set(kind, (totals.get(kind) ?? 0n) + sumOf([balance]));
  }
  const back = backToFund(transfers);
  const rows = [...totals].map(([kind, fen]) => [named(KINDS, kind), yuan(fen)]);
  const pot = sumOf(rules.ruleSet.funding.map(({ amount }: any) => amount));
  const held = [...totals.values()].reduce((sum, fen) => sum + fen, 0n);
  return html`${table(
      both('台账（元）', 'Ledger (yuan)'),
      [
        { zh: '去向', en: 'Where' },
        { zh: '金额', en: 'Amount', isNumber: true },
      ],
      [
        ...rows,
        [both('退回资金来源', 'Back to its fund'), yuan(back)],
        [
          html`<strong>${both('合计', 'Total')}</strong>`,
          html`<strong>${yuan(held + back)}</strong>`,
        ],
      ],
    )}
    <p class="sound">
      ${both(
        `本轮资金${yuan(pot)}元，合计${yuan(held + back)}元，${pot === held + back ? '分毫不差' : '不相符'}；共${transfers.length}笔记账。`,
        `The pot gave ${yuan(pot)} yuan; the ledger’s ${transfers.length} entries account for ${yuan(held + back)}.`,
      )}
    </p>`;
}
