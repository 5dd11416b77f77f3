import { declareAccess } from './declare-access';

const owner = [{ duty: 'anyone', relation: 'self' }] as const;

const also = 'whoever may read the thing that it is attached to';

/** Access to one's own attachments, and to those of things that one may read. */
export const attachmentsAccess = declareAccess({
  'attachment.announce': { route: 'POST /v1/attachments', allow: owner },
  'attachment.send': { route: 'PUT /v1/attachments/{attachmentId}/chunks/{n}', allow: owner },
  'attachment.complete': {
    route: 'POST /v1/attachments/{attachmentId}/completion',
    allow: owner,
    ifMatch: true,
  },
  'attachment.list': { route: 'GET /v1/attachments', allow: owner, also },
  'attachment.read': { route: 'GET /v1/attachments/{attachmentId}', allow: owner, also },
  'attachment.download': {
    route: 'GET /v1/attachments/{attachmentId}/content',
    allow: owner,
    also,
  },
});
