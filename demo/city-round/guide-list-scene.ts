import { together } from '../together';
import type { Cast } from './cast';
import type { Year } from './year';

/** How many needs the list is to have when it is published. */
const WANTED = 40;
/** How many more are put forward, to which a community does not consent. */
const CONTESTED = 2;

/** The best of the selected needs become the guide list: communities are asked, and another officer publishes it. */
export async function playGuideList(cast: Cast, year: Year): Promise<string> {
  const { organizer, approver } = cast;
  await year.goTo('2020-02-25T10:00:00+08:00');
  const needIds = await selectedNeeds(cast);
  const title = '2020年公益创投项目指引清单';
  const draft = await organizer.ok.post('/v1/guide-lists', { title, needIds });
  const path = `/v1/guide-lists/${draft.id}`;
  const publish = async (decisions: readonly object[] = []) => {
    const { version } = await approver.ok.get(path);
    return approver.post(`${path}/publication`, { decisions }, { ifMatch: version });
  };
  await year.refused('审批人', '未征求意见就公布清单', 'GUIDE_LISTS.NOT_CONSULTED', publish());
  const { items } = await organizer.ok.get(path);
  const ask = ({ id, need }: any) =>
    organizer.post(`${path}/consultations`, { itemId: id, unitId: need.unitId });
  await together(items, ask);
  const twice = ask(items[0]);
  await year.refused('经办人', '就同一条目再问同一社区', 'GUIDE_LISTS.CONSULTED_ALREADY', twice);
  await year.refused('审批人', '答复未齐就公布清单', 'GUIDE_LISTS.ANSWERS_OPEN', publish());
  await answerAll(cast, items, year);
  await year.goTo('2020-03-03T15:00:00+08:00');
  await year.refused('审批人', '对不同意见不作决定就公布', 'GUIDE_LISTS.UNDECIDED', publish());
  const reason = '社区已有同类服务在运行，本年不列入。';
  const dropped = items.slice(0, CONTESTED).map(({ id }: any) => id);
  const published = await publish(
    dropped.map((itemId: string) => ({ itemId, outcome: 'dropped', reason })),
  );
  if (published.status >= 400) throw new Error(published.text);
  year.note(`公布项目指引清单，${WANTED}项`, `The guide list is published: ${WANTED} items`);
  return draft.id as string;
}

/** The best thought of, by the mean of their sheets; of those alike, by title. */
async function selectedNeeds({ organizer }: Cast): Promise<string[]> {
  const means = new Map<string, number>();
  for (const { id } of await organizer.ok.all('/v1/screening-cycles')) {
    for (const { needId, score } of await organizer.ok.all(`/v1/screening-cycles/${id}/result`)) {
      means.set(needId, Number(score));
    }
  }
  const selected = await organizer.ok.all('/v1/needs?state=selected');
  return selected
    .sort((a, b) => means.get(b.id)! - means.get(a.id)! || a.title.localeCompare(b.title))
    .slice(0, WANTED + CONTESTED)
    .map(({ id }) => id as string);
}

async function answerAll(cast: Cast, items: readonly any[], year: Year): Promise<void> {
  const contested = new Set(items.slice(0, CONTESTED).map(({ id }: any) => id));
  const [first] = contested;
  await together([...cast.communityOfficers.values()], async (officer) => {
    const asked = await officer.ok.all('/v1/guide-list-consultations?state=asked');
    for (const { id, itemId, version } of asked) {
      const answer = (body: object) =>
        officer.post(`/v1/guide-list-consultations/${id}/answer`, body, { ifMatch: version });
      if (itemId === first) {
        const silent = answer({ consents: false });
        await year.refused('社区', '不同意而不说明意见', 'GUIDE_LISTS.COMMENT_REQUIRED', silent);
      }
      const told = await answer(
        contested.has(itemId)
          ? { consents: false, comment: '社区食堂、日间中心已有同类服务，建议不列。' }
          : { consents: true, comment: '情况属实，社区可以提供场地和志愿者。' },
      );
      if (told.status >= 400) throw new Error(told.text);
    }
  });
}
