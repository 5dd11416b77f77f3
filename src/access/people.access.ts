import { declareAccess } from './declare-access';

/** Access to the registers of units and people. */
export const peopleAccess = declareAccess({
  'unit.create': {
    route: 'POST /v1/units',
    allow: [{ duty: 'administrator', relation: 'tenant' }],
  },
  'unit.list': { route: 'GET /v1/units', allow: [{ duty: 'anyone', relation: 'tenant' }] },
  'person.create': {
    route: 'POST /v1/persons',
    allow: [{ duty: 'administrator', relation: 'tenant' }],
  },
  'person.list': {
    route: 'GET /v1/persons',
    allow: [{ duty: 'administrator', relation: 'tenant' }],
  },
  'person.me': { route: 'GET /v1/persons/me', allow: [{ duty: 'anyone', relation: 'self' }] },
  'mandate.grant': {
    route: 'POST /v1/persons/{personId}/mandates',
    allow: [{ duty: 'administrator', relation: 'tenant' }],
  },
  'mandate.list': {
    route: 'GET /v1/mandates',
    allow: [
      { duty: 'administrator', relation: 'tenant' },
      { duty: 'supervisor', relation: 'tenant' },
    ],
  },
  'mandate.end': {
    route: 'POST /v1/mandates/{mandateId}/end',
    allow: [{ duty: 'administrator', relation: 'tenant' }],
    ifMatch: true,
  },
});
