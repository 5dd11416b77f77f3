import type { Actor, Answer, Stage } from './stage';

/** When a deputyship of these stories ends. */
export const DEPUTY_UNTIL = '2020-02-20T00:00:00+08:00';

/** What specs of deputies do again and again. */
export class DeputiesStory {
  private programmes = 0;

  constructor(private readonly stage: Stage) {}

  async mandateOf({ personId }: Actor, duty: string): Promise<string> {
    const rows = await this.stage.sql(
      `SELECT id FROM mandates WHERE person_id = $1 AND duty = $2`,
      [personId, duty],
    );
    return rows[0].id as string;
  }

  /** The holder of a duty appoints a deputy. */
  async appoint(
    principal: Actor,
    duty: string,
    deputy: Actor,
    changes: object = {},
  ): Promise<Answer> {
    return principal.post(`/v1/mandates/${await this.mandateOf(principal, duty)}/deputies`, {
      personId: deputy.personId,
      untilAt: DEPUTY_UNTIL,
      reason: '因公出差',
      ...changes,
    });
  }

  /** The same, where it succeeds. */
  async appointed(...call: Parameters<DeputiesStory['appoint']>): Promise<any> {
    const { status, text, body } = await this.appoint(...call);
    expect({ status, text }).toEqual({ status: 201, text });
    return body;
  }

  end(who: Actor, { id, version }: { id: string; version: number }): Promise<Answer> {
    return who.post(`/v1/deputies/${id}/end`, undefined, { ifMatch: version });
  }

  /** What an organizer may do, and with them a deputy. */
  programme(who: Actor): Promise<Answer> {
    this.programmes += 1;
    return who.post('/v1/programmes', {
      unitId: this.stage.cityId,
      year: 2020,
      stream: 'public-interest-venture',
      name: `代理人的公益创投计划${this.programmes}`,
    });
  }

  /** Notes that somebody once bid in a round. */
  async noteBidder({ personId }: Actor, roundId: string): Promise<void> {
    await this.stage.sql(
      `INSERT INTO subject_duties (person_id, subject_id, duty_group, tenant_id) VALUES ($1, $2, 'bidder', $3)`,
      [personId, roundId, this.stage.cityId],
    );
  }
}
