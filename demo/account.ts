import type { Actor } from './actor';

/** What came of the round, as data: rules, facts and claims apart, so that anyone can compute the claims again. */
export interface Account {
  readonly schema: 'yichuang/account/1';
  readonly rules: { readonly ruleSet: any; readonly screening: any };
  readonly needs: readonly any[];
  readonly bids: readonly any[];
  /** Of the one panel; a round with several has them under `panels`. */
  readonly draw?: any;
  readonly seats?: readonly any[];
  readonly panels?: readonly { readonly draw: any; readonly seats: readonly any[] }[];
  readonly sheets: readonly any[];
  readonly ranking: readonly any[];
  readonly round: { readonly state: string; readonly endedAt: any; readonly moneyReturnedAt: any };
  readonly awards: readonly any[];
  readonly contracts: readonly any[];
  readonly projects: readonly any[];
  readonly evaluations: readonly any[];
  readonly tranches: readonly any[];
  readonly payments: readonly any[];
  readonly challenges: readonly any[];
  /** What was asked back; left out where nothing was. */
  readonly recoveries?: readonly any[];
  readonly ledger: { readonly accounts: readonly any[]; readonly transfers: readonly any[] };
}

/** Those who may read each part of the account. */
interface Readers {
  readonly organizer: Actor;
  readonly supervisor: Actor;
  readonly maker: Actor;
}

/** Of which round, and who bid in it. */
interface Told {
  readonly roundId: string;
  readonly lotId: string;
  readonly panelIds: readonly string[];
  readonly bidders: readonly {
    readonly partyId: string;
    readonly text: { readonly organization: string };
  }[];
}

const amountOf = (money: any): string | null => (money === null ? null : money.amount);

/** Gathers the account through the public API, as those who may read each part. */
export async function gatherAccount(
  cast: Readers,
  ids: Told,
  rules: Account['rules'],
): Promise<Account> {
  const { organizer, maker } = cast;
  const { roundId } = ids;
  return {
    schema: 'yichuang/account/1',
    rules,
    needs: await gatherNeeds(cast),
    bids: await gatherBids(cast, ids),
    ...(await gatherReview(cast, ids)),
    round: await gatherRound(cast, roundId),
    awards: (await organizer.ok.all(`/v1/awards?roundId=${roundId}`)).map((award) => ({
      awardId: award.id,
      bidId: award.bidId,
      partyId: award.partyId,
      organization: organizationOf(ids, award.partyId),
      title: award.title,
      basis: award.basis,
      amount: award.amount.amount,
      state: award.state,
      commissionReason: award.commissionReason,
    })),
    contracts: await gatherContracts(cast, roundId),
    projects: await organizer.ok.all(`/v1/projects?roundId=${roundId}`),
    evaluations: await gatherEvaluations(cast, roundId),
    tranches: await gatherTranches(cast),
    payments: (await maker.ok.all('/v1/payments')).map((payment) => ({
      paymentId: payment.id,
      trancheId: payment.trancheId,
      amount: payment.amount.amount,
      state: payment.state,
      makerId: payment.makerId,
      checkerId: payment.checkerId,
      voucherNumber: payment.voucher?.number ?? null,
      paidOn: payment.voucher?.paidOn ?? null,
    })),
    challenges: await organizer.ok.all('/v1/challenges'),
    ...(await gatherRecoveries(cast)),
    ledger: await gatherLedger(cast, roundId),
  };
}

async function gatherRound({ organizer }: Readers, roundId: string): Promise<Account['round']> {
  const { state, endedAt, moneyReturnedAt } = await organizer.ok.get(`/v1/rounds/${roundId}`);
  return { state, endedAt, moneyReturnedAt };
}

function organizationOf({ bidders }: Told, partyId: string): string {
  return bidders.find((bidder) => bidder.partyId === partyId)!.text.organization;
}

async function gatherNeeds({ organizer }: Readers): Promise<any[]> {
  const sheetsByNeed = new Map<string, any[]>();
  for (const { id } of await organizer.ok.all('/v1/screening-cycles')) {
    for (const screened of await organizer.ok.all(`/v1/screening-cycles/${id}/result`)) {
      sheetsByNeed.set(screened.needId, screened.sheets);
    }
  }
  return (await organizer.ok.all('/v1/needs')).map((need) => ({
    id: need.id,
    title: need.title,
    askedBy: need.askedBy,
    serviceArea: need.serviceArea,
    state: need.state,
    reason: need.reason,
    mergedInto: need.mergedInto,
    sheets: (sheetsByNeed.get(need.id) ?? []).map(({ id, scores }) => ({ expertId: id, scores })),
  }));
}

async function gatherBids({ organizer }: Readers, ids: Told): Promise<any[]> {
  const lines = await organizer.ok.all(`/v1/bids?lotId=${ids.lotId}`);
  const bids = [];
  for (const { id } of lines) {
    const bid = await organizer.ok.get(`/v1/bids/${id}`);
    bids.push({
      bidId: bid.id,
      number: bid.number,
      partyId: bid.partyId,
      organization: organizationOf(ids, bid.partyId),
      category: bid.application?.category ?? null,
      title: bid.application?.title ?? null,
      receivedAt: bid.receivedAt,
      budgetLines: bid.application?.budgetLines ?? [],
      ownFunds: amountOf(bid.ownFunds),
      requested: amountOf(bid.requested),
      state: bid.state,
      ...checksOf(bid),
    });
  }
  return bids;
}

/** Whether a bid could be read at all is no condition of the call, and stands apart from them. */
function checksOf({ checks }: any) {
  const readable = checks.find(({ code }: any) => code === 'readable');
  return {
    isReadable: readable?.verdict !== 'fail',
    checks: checks
      .filter(({ code }: any) => code !== 'readable')
      .map(({ code, verdict, reason }: any) => ({ code, verdict, reason })),
  };
}

/** A round with one panel has it by itself; one with several has each, and the ranking of the lot. */
async function gatherReview(cast: Readers, { lotId, panelIds }: Told) {
  const panels = [];
  for (const panelId of panelIds) panels.push(await gatherPanel(cast, panelId));
  const sheets = panels.flatMap((panel) => panel.sheets);
  if (panels.length === 1) {
    const [{ draw, seats, ranking }] = panels as [Awaited<ReturnType<typeof gatherPanel>>];
    return { draw, seats, sheets, ranking };
  }
  const { ranking } = await cast.supervisor.ok.get(`/v1/lots/${lotId}/ranking`);
  return {
    panels: panels.map(({ draw, seats }) => ({ draw, seats })),
    sheets,
    ranking: JSON.parse(ranking).bids,
  };
}

async function gatherPanel({ supervisor }: Readers, panelId: string) {
  const panel = await supervisor.ok.get(`/v1/panels/${panelId}`);
  const report = await supervisor.ok.get(`/v1/panels/${panelId}/report`);
  const sheets = await supervisor.ok.all(`/v1/panels/${panelId}/sheets`);
  return {
    draw: await supervisor.ok.get(`/v1/panels/${panelId}/draw`),
    seats: panel.experts.map(
      ({ seatId, seatCode, expertId, name, state, cause, draw, place }: any) => ({
        ...{ seatId, seatCode, expertId, name, state, cause, draw, place },
      }),
    ),
    sheets: sheets.map(({ bidId, seatId, scores, comment, reason }) => ({
      ...{ bidId, seatId, scores, comment, reason },
    })),
    ranking: JSON.parse(report.ranking).bids,
  };
}

async function gatherContracts({ organizer }: Readers, roundId: string): Promise<any[]> {
  const contracts = await organizer.ok.all(`/v1/contracts?roundId=${roundId}`);
  return contracts.map((contract) => ({
    contractId: contract.id,
    awardId: contract.awardId,
    amount: contract.amount.amount,
    signedAt: contract.signedAt,
    state: contract.state,
    tranches: tranchesOf(contract),
    // A contract that was never amended has one version, which is the contract itself.
    ...(contract.versions.length > 1 && {
      versions: contract.versions.map((version: any) => ({
        number: version.number,
        amount: version.amount.amount,
        tranches: tranchesOf(version),
      })),
    }),
  }));
}

function tranchesOf({ document }: any): any[] {
  return document.tranches.map(({ code, amount, isFixed }: any) => ({
    code,
    planned: amount,
    ...(isFixed && { isFixed }),
  }));
}

async function gatherEvaluations({ organizer }: Readers, roundId: string): Promise<any[]> {
  const evaluations = [];
  for (const { id } of await organizer.ok.all(`/v1/evaluations?roundId=${roundId}`)) {
    const evaluation = await organizer.ok.get(`/v1/evaluations/${id}`);
    const answers = await organizer.ok.all(`/v1/evaluations/${id}/answers`);
    evaluations.push({
      evaluationId: id,
      awardId: evaluation.projectId,
      title: evaluation.title,
      code: evaluation.code,
      kind: evaluation.kind,
      state: evaluation.state,
      scores: evaluation.scores,
      answers: answers.map(({ satisfaction }) => satisfaction),
      score: evaluation.score,
      grade: evaluation.grade,
    });
  }
  return evaluations;
}

async function gatherTranches({ maker }: Readers): Promise<any[]> {
  const tranches = [];
  for (const { id } of await maker.ok.all('/v1/tranches')) {
    const tranche = await maker.ok.get(`/v1/tranches/${id}`);
    tranches.push({
      trancheId: id,
      awardId: tranche.projectId,
      code: tranche.code,
      planned: tranche.planned.amount,
      payable: amountOf(tranche.payable),
      state: tranche.state,
      paidOn: tranche.paidOn,
      why: { zh: tranche.explanation.zh, en: tranche.explanation.en },
    });
  }
  return tranches;
}

async function gatherRecoveries({ maker }: Readers): Promise<Pick<Account, 'recoveries'>> {
  const recoveries = [];
  for (const { id } of await maker.ok.all('/v1/recoveries')) {
    const recovery = await maker.ok.get(`/v1/recoveries/${id}`);
    recoveries.push({
      recoveryId: id,
      awardId: recovery.projectId,
      state: recovery.state,
      amount: recovery.amount.amount,
      returned: recovery.returned.amount,
      reason: recovery.reason,
      proposedBy: recovery.proposedBy,
      decidedBy: recovery.decidedBy,
      repayments: recovery.repayments.map(({ amount, state, receivedOn }: any) => ({
        ...{ amount: amountOf(amount), state, receivedOn },
      })),
    });
  }
  return recoveries.length === 0 ? {} : { recoveries };
}

async function gatherLedger({ maker }: Readers, roundId: string) {
  const path = `/v1/ledger?roundId=${roundId}`;
  const { accounts } = await maker.ok.get(path);
  const transfers = await maker.ok.all(path);
  return {
    accounts: accounts.map(({ id, kind, fundId, awardId, balance }: any) => ({
      ...{ id, kind, fundId, awardId, balance: balance.amount },
    })),
    transfers: transfers.map(({ act, debitAccountId, creditAccountId, amount, at, causeKind }) => ({
      ...{ act, debitAccountId, creditAccountId, amount: amount.amount, at },
      ...(causeKind === 'amendment' && { cause: causeKind }),
    })),
  };
}
