import { declareAccess } from './declare-access';

/** Access to panels, seats, sheets and reports. Experts are asked as who is named on the thing, never by their duty alone. */
export const reviewsAccess = declareAccess({
  'panel.list': {
    route: 'GET /v1/panels',
    allow: [
      { duty: 'organizer', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
    ],
  },
  'panel.read': {
    route: 'GET /v1/panels/{panelId}',
    allow: [
      { duty: 'organizer', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
    ],
  },
  'panel.proof': {
    route: 'GET /v1/panels/{panelId}/draw',
    allow: [{ duty: 'anyone', relation: 'tenant' }],
  },
  'panel.proofPublic': {
    route: 'GET /v1/public/{tenant}/panels/{panelId}/draw',
    allow: { public: 'a draw is worth something when anybody can do it again' },
  },
  'panel.enlarge': {
    route: 'POST /v1/panels/{panelId}/pool',
    allow: [{ duty: 'organizer', relation: 'round' }],
    ifMatch: true,
  },
  'seat.list': {
    route: 'GET /v1/panel-seats',
    allow: [{ duty: 'expert', relation: 'assigned' }],
  },
  'seat.bidders': {
    route: 'GET /v1/panel-seats/{seatId}/bidders',
    allow: [{ duty: 'expert', relation: 'assigned' }],
  },
  'seat.accept': {
    route: 'POST /v1/panel-seats/{seatId}/acceptance',
    allow: [{ duty: 'expert', relation: 'assigned' }],
    ifMatch: true,
  },
  'seat.decline': {
    route: 'POST /v1/panel-seats/{seatId}/declination',
    allow: [{ duty: 'expert', relation: 'assigned' }],
    ifMatch: true,
  },
  'seat.recuse': {
    route: 'POST /v1/panel-seats/{seatId}/recusal',
    allow: [{ duty: 'expert', relation: 'assigned' }],
    ifMatch: true,
  },
  'seat.replace': {
    route: 'POST /v1/panel-seats/{seatId}/replacement',
    allow: [{ duty: 'organizer', relation: 'round' }],
    ifMatch: true,
  },
  'seat.bids': {
    route: 'GET /v1/panel-seats/{seatId}/bids',
    allow: [{ duty: 'expert', relation: 'assigned' }],
  },
  'sheet.lock': {
    route: 'POST /v1/panel-seats/{seatId}/sheets',
    allow: [{ duty: 'expert', relation: 'assigned' }],
  },
  'sheet.list': {
    route: 'GET /v1/panels/{panelId}/sheets',
    allow: [
      { duty: 'expert', relation: 'assigned' },
      { duty: 'organizer', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
    ],
  },
  'sheet.confirm': {
    route: 'POST /v1/sheets/{sheetId}/confirmation',
    allow: [{ duty: 'expert', relation: 'assigned' }],
    ifMatch: true,
  },
  'panelReport.read': {
    route: 'GET /v1/panels/{panelId}/report',
    allow: [
      { duty: 'expert', relation: 'assigned' },
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
    ],
  },
  'panelReport.sign': {
    route: 'POST /v1/panels/{panelId}/signature',
    allow: [{ duty: 'expert', relation: 'assigned' }],
    ifMatch: true,
  },
  'lotRanking.read': {
    route: 'GET /v1/lots/{lotId}/ranking',
    allow: [
      { duty: 'organizer', relation: 'round' },
      { duty: 'approver', relation: 'round' },
      { duty: 'supervisor', relation: 'round' },
    ],
  },
  'review.read': {
    route: 'GET /v1/bids/{bidId}/review',
    allow: [{ duty: 'applicant', relation: 'party' }],
  },
});
