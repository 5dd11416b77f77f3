import { Injectable } from '@nestjs/common';

/** A function that a workflow may ask for; it takes ids and answers without contents. */
export type ActivityFunction = (...args: never[]) => Promise<unknown>;

/** The activities of the whole service: stages hand theirs in at start-up. */
@Injectable()
export class ActivityRegistry {
  private readonly activities = new Map<string, ActivityFunction>();

  /**
   * Hands in activities by name.
   * @throws Error when a name is taken
   */
  register(activities: object): void {
    for (const [name, activity] of Object.entries(activities)) {
      if (this.activities.has(name)) throw new Error(`two activities are called ${name}`);
      this.activities.set(name, activity as ActivityFunction);
    }
  }

  /** All of them, as the worker takes them. */
  all(): Record<string, ActivityFunction> {
    return Object.fromEntries(this.activities);
  }
}
