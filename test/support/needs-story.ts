import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

import { projectRoot } from '../../src/platform/embedded';
import type { Actor, Stage } from './stage';

/** The screening rules of the small round, as an organizer publishes them. */
const screeningRules = (): Record<string, unknown> => {
  const path = join(projectRoot(), 'examples/small-round/screening.yaml');
  return parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
};

/** A need without its unit, as it is completed. */
export const contentOf = (changes: Record<string, unknown> = {}) => ({
  title: '独居老人助餐',
  targetGroup: '独居老人',
  headCount: 40,
  problem: '辖区四十名独居老人白天无人做饭。',
  service: '工作日午间送餐上门',
  aim: '覆盖四十人，每周五餐',
  serviceArea: '社区养老',
  askedBy: 12,
  ...changes,
});

/** A need as it is submitted. */
export const needOf = (unitId: string, changes: Record<string, unknown> = {}) => ({
  unitId,
  ...contentOf(changes),
});

/** A street with a community, and whoever acts in it. */
export interface Street {
  readonly id: string;
  readonly communityId: string;
  readonly officer: Actor;
  readonly resident: Actor;
}

/** Sets up streets, and takes needs as far on their way as a test wants them. */
export class NeedsStory {
  private reportedStreets = 0;

  constructor(
    readonly stage: Stage,
    readonly organizer: Actor,
  ) {}

  static async open(stage: Stage): Promise<NeedsStory> {
    const organizer = await stage.person('陈组', [unitDuty('organizer', stage.cityId)]);
    return new NeedsStory(stage, organizer);
  }

  async publishRules(changes: Record<string, unknown> = {}): Promise<void> {
    const document = { ...screeningRules(), ...changes };
    await this.organizer.ok.post('/v1/screening-rules', { document });
  }

  async street(code: string, name: string): Promise<Street> {
    const { stage } = this;
    const id = await stage.unit(stage.cityId, 'street', code, name);
    const communityId = await stage.unit(id, 'community', `${code}-c`, `${name}第一社区`);
    return {
      id,
      communityId,
      officer: await stage.person('李街', [unitDuty('streetOfficer', id)]),
      resident: await stage.person('王居', [unitDuty('resident', communityId)]),
    };
  }

  resident(unitId: string): Promise<Actor> {
    return this.stage.person('某居', [unitDuty('resident', unitId)]);
  }

  async experts(count: number): Promise<Actor[]> {
    const experts: Actor[] = [];
    while (experts.length < count) {
      const mandate = unitDuty('expert', this.stage.cityId);
      experts.push(await this.stage.person(`专家${experts.length}`, [mandate]));
    }
    return experts;
  }

  submit(street: Street, changes: Record<string, unknown> = {}): Promise<any> {
    return street.resident.ok.post('/v1/needs', needOf(street.communityId, changes));
  }

  async check(street: Street, needId: string, verdict: string, reason?: string): Promise<any> {
    const { version } = await street.officer.ok.get(`/v1/needs/${needId}`);
    const body = { verdict, reason };
    return street.officer.ok.post(`/v1/needs/${needId}/check`, body, { ifMatch: version });
  }

  async forwarded(street: Street, changes: Record<string, unknown> = {}): Promise<any> {
    const need = await this.submit(street, changes);
    return this.check(street, need.id, 'forward');
  }

  /** The street's newest cycle. */
  async cycle(street: Street): Promise<any> {
    const { items } = await street.officer.ok.get('/v1/screening-cycles');
    return items.at(-1);
  }

  async report(street: Street): Promise<any> {
    const { id, version } = await this.cycle(street);
    return street.officer.ok.post(`/v1/screening-cycles/${id}/report`, undefined, {
      ifMatch: version,
    });
  }

  /** A street of its own with a reported list of so many needs. */
  async reported(count = 1) {
    this.reportedStreets += 1;
    const n = this.reportedStreets;
    const street = await this.street(`street-${n}`, `第${n}街道`);
    const needs = [];
    while (needs.length < count) needs.push(await this.forwarded(street));
    const { id: cycleId } = await this.report(street);
    return { street, cycleId: cycleId as string, needId: needs[0].id as string };
  }

  async nameExperts(street: Street, experts: readonly Actor[], reason?: string): Promise<any> {
    const { id, version } = await this.cycle(street);
    const body = { personIds: experts.map(({ personId }) => personId), reason };
    return this.organizer.ok.post(`/v1/screening-cycles/${id}/experts`, body, { ifMatch: version });
  }

  handIn(expert: Actor, needId: string, points: number): Promise<any> {
    return expert.ok.post(`/v1/needs/${needId}/screening-sheets`, sheetOf(points));
  }

  /** A street's needs of these titles, every one selected by three experts. */
  async selected(street: Street, titles: readonly string[]): Promise<any[]> {
    const needs = [];
    for (const title of titles) needs.push(await this.forwarded(street, { title }));
    await this.report(street);
    const experts = await this.experts(3);
    await this.nameExperts(street, experts);
    for (const { id } of needs) {
      for (const expert of experts) await this.handIn(expert, id, 90);
    }
    await this.stage.settled();
    return needs;
  }

  /** To whom a wording was written about a thing, in no order. */
  async told(template: string, subjectId: string): Promise<string[]> {
    const rows = await this.stage.sql<{ person_id: string }>(
      'SELECT person_id FROM messages WHERE template = $1 AND subject_id = $2',
      [template, subjectId],
    );
    return rows.map((row) => row.person_id).sort();
  }

  /** The kinds of the tasks that wait for somebody about a thing. */
  async tasks(actor: Actor, subjectId: string): Promise<string[]> {
    const { items } = await actor.ok.get('/v1/tasks?limit=200');
    return items
      .filter((task: { subject: { id: string } }) => task.subject.id === subjectId)
      .map(({ kind }: { kind: string }) => kind);
  }
}

/** A sheet with the same points for each criterion. */
export const sheetOf = (points: number) => ({
  scores: { people: `${points}`, need: `${points}`, service: `${points}`, aim: `${points}` },
  comment: '依据充分，服务可行。',
});

/** A duty at a unit, as a test gives it. */
export const unitDuty = (duty: string, scopeId: string) => ({
  duty,
  scopeKind: 'unit' as const,
  scopeId,
});

/** Persons as `told` answers. */
export const idsOf = (...actors: readonly Actor[]): string[] =>
  actors.map(({ personId }) => personId).sort();
