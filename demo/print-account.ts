import type { City } from './city';
import { pad, padLeft, widthOf } from './layout';
import type { OpenedService } from './open-service';
import { backToFund } from './page/money';
import type { ToldRound } from './page/told-round';
import type { Account } from './account';

type Print = (line: string) => void;

/** Lays the account out for people, on a terminal. */
export function printAccount(
  account: ToldRound,
  signIns: City['signIns'],
  service: OpenedService,
  print: Print,
): void {
  printNeeds(account, print);
  printBids(account, print);
  printAwards(account, print);
  printProjects(account, print);
  printLedger(account, print);
  printYear(account, print);
  printWhereToLook(signIns, service, print);
}

function heading(text: string, print: Print): void {
  print(`\n── ${text} ${'─'.repeat(Math.max(0, 70 - widthOf(text)))}`);
}

function printNeeds({ needs }: Account, print: Print): void {
  heading('需求 needs', print);
  for (const { title, askedBy, state, reason } of needs) {
    print(`  ${pad(title, 30)} ${padLeft(`${askedBy}人`, 6)}  ${pad(state, 12)} ${reason ?? ''}`);
  }
}

function printBids({ bids, ranking }: Account, print: Print): void {
  heading('投标与排名 bids and ranking', print);
  const places = new Map<string, any>(ranking.map((place) => [place.bidId, place]));
  const sorted = [...bids].sort(
    (a, b) => (places.get(a.bidId)?.rank ?? 99) - (places.get(b.bidId)?.rank ?? 99),
  );
  for (const { bidId, number, organization, requested, state, checks } of sorted) {
    const place = places.get(bidId);
    const failed = checks.filter(({ verdict }: any) => verdict === 'fail');
    const why = failed.map(({ code }: any) => code).join(', ');
    const mean = place?.mean ?? '—';
    const rank = place?.rank ?? '—';
    print(
      `  ${pad(number ?? '', 18)} ${pad(organization, 36)} ${padLeft(requested ?? '', 12)} ${padLeft(mean, 7)} ${padLeft(String(rank), 3)}  ${pad(state, 13)} ${why}`,
    );
  }
}

function printAwards({ awards, contracts, challenges }: Account, print: Print): void {
  heading('立项与合同 awards and contracts', print);
  for (const { awardId, organization, basis, amount, state } of awards) {
    const contract = contracts.find((one) => one.awardId === awardId);
    const signed = contract?.signedAt ? `签约 ${contract.signedAt.slice(0, 10)}` : '';
    const kind = basis === 'competition' ? '竞争' : '定向委托';
    print(
      `  ${pad(organization, 36)} ${pad(kind, 9)} ${padLeft(amount, 12)}  ${pad(state, 13)} ${signed}`,
    );
  }
  for (const { kind, state, grounds, reason } of challenges) {
    print(`  异议 ${kind}: ${grounds} → ${state}: ${reason ?? ''}`);
  }
}

function printProjects({ awards, evaluations, tranches }: Account, print: Print): void {
  heading('评估与付款 grades, what was paid and why', print);
  for (const { awardId, organization, title } of awards) {
    const own = tranches.filter((tranche) => tranche.awardId === awardId);
    if (own.length === 0) continue;
    const grades = evaluations
      .filter((evaluation) => evaluation.awardId === awardId)
      .map(({ code, score, grade }) => `${code} ${score ?? '—'} ${grade ?? '—'}`);
    print(`  ${organization}  ${title}  [${grades.join(' · ')}]`);
    for (const { code, planned, payable, state, paidOn, why } of own) {
      print(
        `    ${pad(code, 8)} ${padLeft(planned, 12)} → ${padLeft(payable ?? '—', 12)} ${pad(state, 8)} ${paidOn ?? ''}`,
      );
      for (const line of why.zh) print(`      ${line}`);
    }
  }
}

function printLedger({ ledger }: Account, print: Print): void {
  heading('台账 ledger', print);
  const totals = new Map<string, bigint>();
  for (const { kind, balance } of ledger.accounts) {
    totals.set(kind, (totals.get(kind) ?? 0n) + fenOf(balance));
  }
  // The fund's own account is no account of the round.
  totals.set('退回 to fund', backToFund(ledger.transfers));
  let sum = 0n;
  for (const [kind, fen] of totals) {
    sum += fen;
    print(`  ${pad(kind, 12)} ${padLeft(yuan(fen), 14)}`);
  }
  print(`  ${pad('合计 total', 12)} ${padLeft(yuan(sum), 14)}   ${ledger.transfers.length} 笔`);
}

/** What happened when, and what was refused, where somebody noted it. */
function printYear({ events = [], refusals = [] }: ToldRound, print: Print): void {
  if (events.length > 0) heading('这一年 the year', print);
  for (const { at, zh } of events) print(`  ${at.slice(0, 10)}  ${zh}`);
  if (refusals.length > 0) heading('被拒绝的操作 what was refused', print);
  for (const { at, by, tried, code } of refusals) {
    print(`  ${at.slice(0, 10)}  ${pad(code, 32)} ${pad(by, 12)} ${tried}`);
  }
  const codes = new Set(refusals.map(({ code }) => code)).size;
  if (codes > 0) print(`  ${refusals.length}次，${codes}种代码 times, different codes`);
}

function fenOf(amount: string): bigint {
  return BigInt(amount.replace('.', ''));
}

function yuan(fen: bigint): string {
  const digits = fen.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function printWhereToLook(signIns: City['signIns'], service: OpenedService, print: Print): void {
  heading('接下来看哪里 where to look next', print);
  print(`  接口文档 API documentation   ${service.url}/docs`);
  print(`  拒绝代码 refusals            ${service.url}/docs/refusals`);
  if (service.temporalUiUrl !== null) {
    print(`  流程界面 Temporal            ${service.temporalUiUrl}`);
  }
  const seen = new Set<string>();
  for (const { name, duty, username, password } of signIns) {
    if (seen.has(duty)) continue;
    seen.add(duty);
    print(
      `  ${pad(duty || 'expert / applicant', 20)} ${pad(name, 8)} ${pad(username, 22)} ${password}`,
    );
  }
}

/** Columns that a text takes on a terminal: a Han character takes two. */
