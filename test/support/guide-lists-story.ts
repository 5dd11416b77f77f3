import { NeedsStory, unitDuty, type Street } from './needs-story';
import type { Actor, Stage } from './stage';

/** Three selected needs of two streets, and whoever makes guide lists of them. */
export class GuideListsStory {
  readonly title = '2020年项目指引清单';

  private constructor(
    readonly needs: NeedsStory,
    readonly luopu: Street,
    readonly shawan: Street,
    readonly bureauId: string,
    readonly bureau: Actor,
    readonly approver: Actor,
    /** Of `独居老人助餐` and `社区康复` in the one street, and `青少年托管` in the other. */
    readonly needIds: readonly string[],
  ) {}

  static async open(stage: Stage): Promise<GuideListsStory> {
    const needs = await NeedsStory.open(stage);
    await needs.publishRules();
    const luopu = await needs.street('luopu', '洛浦街道');
    const shawan = await needs.street('shawan', '沙湾街道');
    const bureauId = await stage.unit(stage.cityId, 'bureau', 'minzheng', '民政局');
    const selected = [
      ...(await needs.selected(luopu, ['独居老人助餐', '社区康复'])),
      ...(await needs.selected(shawan, ['青少年托管'])),
    ];
    return new GuideListsStory(
      needs,
      luopu,
      shawan,
      bureauId,
      await stage.person('周科', [unitDuty('organizer', bureauId)]),
      await stage.person('孙批', [unitDuty('approver', stage.cityId)]),
      selected.map(({ id }) => id as string),
    );
  }

  draft(actor: Actor, changes: Record<string, unknown> = {}) {
    const { title, needIds } = this;
    return actor.post('/v1/guide-lists', { title, needIds, ...changes });
  }

  read(id: string): Promise<any> {
    return this.needs.organizer.ok.get(`/v1/guide-lists/${id}`);
  }

  consult(actor: Actor, id: string, itemId: string, unitId: string) {
    return actor.post(`/v1/guide-lists/${id}/consultations`, { itemId, unitId });
  }

  answer(actor: Actor, id: string, body: object, ifMatch?: number) {
    return actor.post(`/v1/guide-list-consultations/${id}/answer`, body, { ifMatch });
  }

  /** @param ifMatch none with null */
  publish(actor: Actor, id: string, body: object = {}, ifMatch: number | null = 1) {
    const options = { ifMatch: ifMatch ?? undefined };
    return actor.post(`/v1/guide-lists/${id}/publication`, body, options);
  }

  /** A draft whose items the bureau has answered, with consent or not. */
  async answered(
    consents: readonly boolean[] = [true, true, true],
    changes: Record<string, unknown> = {},
  ) {
    const { organizer } = this.needs;
    const { body: list } = await this.draft(organizer, changes);
    const { items } = await this.read(list.id);
    for (const [i, item] of items.entries()) {
      const { body } = await this.consult(organizer, list.id, item.id, this.bureauId);
      const said = consents[i] === false ? { consents: false, comment: '与现有项目重复' } : {};
      await this.answer(this.bureau, body.id, { consents: true, ...said }, 1);
    }
    return { id: list.id as string, items };
  }
}
