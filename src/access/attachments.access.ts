import { declareAccess } from './declare-access';

const owner = [{ duty: 'anyone', relation: 'self' }] as const;

/** Access to one's own attachments. */
export const attachmentsAccess = declareAccess({
  'attachment.announce': { route: 'POST /v1/attachments', allow: owner },
  'attachment.send': { route: 'PUT /v1/attachments/{attachmentId}/chunks/{n}', allow: owner },
  'attachment.complete': {
    route: 'POST /v1/attachments/{attachmentId}/completion',
    allow: owner,
    ifMatch: true,
  },
  'attachment.read': { route: 'GET /v1/attachments/{attachmentId}', allow: owner },
  'attachment.download': { route: 'GET /v1/attachments/{attachmentId}/content', allow: owner },
});
