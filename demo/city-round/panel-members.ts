import type { Actor } from '../actor';
import type { Cast } from './cast';

/** A member of a panel, and the place among those on seats of the same kind. */
export interface Member {
  readonly panelId: string;
  readonly actor: Actor;
  readonly seat: any;
  readonly place: string;
}

/** Everybody who sits on a panel of the lot. */
export async function membersOf(cast: Cast, lotId: string): Promise<Member[]> {
  const members: Member[] = [];
  for (const { id } of await cast.organizer.ok.all(`/v1/panels?lotId=${lotId}`)) {
    const { experts, code } = await cast.organizer.ok.get(`/v1/panels/${id}`);
    const seated = experts.filter(({ state }: any) => state === 'accepted');
    const taken = new Map<string, number>();
    for (const seat of seated) {
      const n = (taken.get(seat.seatCode) ?? 0) + 1;
      taken.set(seat.seatCode, n);
      const place = [code, seat.seatCode, n].join(' ');
      members.push({ panelId: id, actor: actorOf(cast, seat.expertId), seat, place });
    }
  }
  return members;
}

/** How somebody of the pool speaks to the service. */
export function actorOf({ experts }: Cast, id: string): Actor {
  return experts.find(({ expertId }) => expertId === id)!.actor;
}
