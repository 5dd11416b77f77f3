import { declareAccess } from './declare-access';

/** Access to one's own credentials. */
export const credentialsAccess = declareAccess({
  'apiKey.make': { route: 'POST /v1/api-keys', allow: [{ duty: 'anyone', relation: 'self' }] },
  'apiKey.list': { route: 'GET /v1/api-keys', allow: [{ duty: 'anyone', relation: 'self' }] },
  'apiKey.revoke': {
    route: 'POST /v1/api-keys/{keyId}/revocation',
    allow: [{ duty: 'anyone', relation: 'self' }],
    ifMatch: true,
  },
});
