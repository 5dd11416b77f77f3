import type { Called } from './call-scene';
import type { Cast } from './people';

/** What came of the round, as data: rules, facts and claims apart, so that anyone can compute the claims again. */
export interface Account {
  readonly schema: 'yichuang/account/1';
  readonly rules: { readonly ruleSet: any; readonly screening: any };
  readonly needs: readonly any[];
  readonly bids: readonly any[];
  readonly draw: any;
  readonly seats: readonly any[];
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
  readonly ledger: { readonly accounts: readonly any[]; readonly transfers: readonly any[] };
}

const amountOf = (money: any): string | null => (money === null ? null : money.amount);

/** Gathers the account through the public API, as those who may read each part. */
export async function gatherAccount(
  cast: Cast,
  ids: Called & { readonly panelId: string },
  rules: Account['rules'],
): Promise<Account> {
  const { organizer, supervisor, maker } = cast;
  const { roundId, panelId } = ids;
  return {
    schema: 'yichuang/account/1',
    rules,
    needs: await gatherNeeds(cast),
    bids: await gatherBids(cast, ids),
    draw: await supervisor.ok.get(`/v1/panels/${panelId}/draw`),
    ...(await gatherReview(cast, panelId)),
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
    ledger: await gatherLedger(cast, roundId),
  };
}

async function gatherRound({ organizer }: Cast, roundId: string): Promise<Account['round']> {
  const { state, endedAt, moneyReturnedAt } = await organizer.ok.get(`/v1/rounds/${roundId}`);
  return { state, endedAt, moneyReturnedAt };
}

function organizationOf({ bidders }: Called, partyId: string): string {
  return bidders.find((bidder) => bidder.partyId === partyId)!.text.organization;
}

async function gatherNeeds({ organizer }: Cast): Promise<any[]> {
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

async function gatherBids({ organizer }: Cast, ids: Called): Promise<any[]> {
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

async function gatherReview({ supervisor }: Cast, panelId: string) {
  const panel = await supervisor.ok.get(`/v1/panels/${panelId}`);
  const report = await supervisor.ok.get(`/v1/panels/${panelId}/report`);
  const sheets = await supervisor.ok.all(`/v1/panels/${panelId}/sheets`);
  const ranking = JSON.parse(report.ranking).bids;
  return {
    seats: panel.experts.map(
      ({ seatId, seatCode, expertId, name, state, cause, draw, place }: any) => ({
        ...{ seatId, seatCode, expertId, name, state, cause, draw, place },
      }),
    ),
    sheets: sheets.map(({ bidId, seatId, scores, comment, reason }) => ({
      ...{ bidId, seatId, scores, comment, reason },
    })),
    ranking,
  };
}

async function gatherContracts({ organizer }: Cast, roundId: string): Promise<any[]> {
  const contracts = await organizer.ok.all(`/v1/contracts?roundId=${roundId}`);
  return contracts.map((contract) => ({
    contractId: contract.id,
    awardId: contract.awardId,
    amount: contract.amount.amount,
    signedAt: contract.signedAt,
    state: contract.state,
    tranches: contract.document.tranches.map(({ code, amount }: any) => ({
      code,
      planned: amount,
    })),
  }));
}

async function gatherEvaluations({ organizer }: Cast, roundId: string): Promise<any[]> {
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

async function gatherTranches({ maker }: Cast): Promise<any[]> {
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

async function gatherLedger({ maker }: Cast, roundId: string) {
  const path = `/v1/ledger?roundId=${roundId}`;
  const { accounts } = await maker.ok.get(path);
  const transfers = await maker.ok.all(path);
  return {
    accounts: accounts.map(({ id, kind, fundId, awardId, balance }: any) => ({
      ...{ id, kind, fundId, awardId, balance: balance.amount },
    })),
    transfers: transfers.map(({ act, debitAccountId, creditAccountId, amount, at }) => ({
      ...{ act, debitAccountId, creditAccountId, amount: amount.amount, at },
    })),
  };
}
