import type { Cast } from './people';

/** The selected needs become the guide list: those concerned are asked, and another officer publishes it. */
export async function playGuideList(cast: Cast, selectedIds: readonly string[]): Promise<string> {
  const { organizer, approver, communityOfficers } = cast;
  const draft = await organizer.ok.post('/v1/guide-lists', {
    title: '2020年公益创投项目指引清单（示范）',
    needIds: selectedIds,
  });
  const { items } = await organizer.ok.get(`/v1/guide-lists/${draft.id}`);
  for (const { id, need } of items) {
    const body = { itemId: id, unitId: need.unitId };
    await organizer.ok.post(`/v1/guide-lists/${draft.id}/consultations`, body);
  }
  for (const officer of Object.values(communityOfficers)) {
    for (const asked of await officer.ok.all('/v1/guide-list-consultations?state=asked')) {
      const answer = { consents: true, comment: '情况属实，社区可提供场地和志愿者支持。' };
      const path = `/v1/guide-list-consultations/${asked.id}/answer`;
      await officer.ok.post(path, answer, { ifMatch: asked.version });
    }
  }
  const { version } = await approver.ok.get(`/v1/guide-lists/${draft.id}`);
  await approver.ok.post(`/v1/guide-lists/${draft.id}/publication`, {}, { ifMatch: version });
  return draft.id as string;
}
