import type { AccessRow, Grant, Subject } from './access.types';
import type { Duty } from './duties';

/** A duty that a person holds now, and where: read from the register of mandates when a request comes in. */
export interface HeldMandate {
  readonly mandateId: string;
  readonly duty: Duty;
  readonly scope:
    | { readonly kind: 'unit'; readonly id: string; readonly path: string }
    | { readonly kind: 'party' | 'round' | 'lot' | 'project'; readonly id: string };
  /** The person for whom the holder deputizes, if so. */
  readonly onBehalfOf?: string;
}

/** The caller as far as access goes. */
export interface Holder {
  readonly personId: string | null;
  readonly mandates: readonly HeldMandate[];
}

/** Whether one ltree path is the other or lies above it. */
export function isAtOrAbove(upper: string, lower: string): boolean {
  return lower === upper || lower.startsWith(`${upper}.`);
}

/** Whether the caller holds any duty that the row names: what the guard asks before the thing itself is known. */
export function mayKnock(row: AccessRow, holder: Holder): boolean {
  if ('public' in row.allow) return true;
  if (holder.personId === null) return false;
  return row.allow.some(
    ({ duty }) => duty === 'anyone' || holder.mandates.some((mandate) => mandate.duty === duty),
  );
}

/**
 * The mandate by which the caller may act on the thing; `'own'` when it is the caller's own person that allows it, null when
 * nothing does.
 */
export function allowedBy(
  row: AccessRow,
  holder: Holder,
  subject: Subject,
): HeldMandate | 'own' | null {
  if ('public' in row.allow) return 'own';
  const { onlyDuty } = subject;
  const counting = row.allow.filter(({ duty }) => onlyDuty === undefined || duty === onlyDuty);
  for (const grant of counting) {
    const found = matching(grant, holder, subject);
    if (found !== null) return found;
  }
  return null;
}

function matching(grant: Grant, holder: Holder, subject: Subject): HeldMandate | 'own' | null {
  const { personId } = holder;
  if (personId === null) return null;
  // What one may do oneself one does not do as a deputy.
  const held = holder.mandates
    .filter((mandate) => mandate.duty === grant.duty)
    .sort((a, b) => Number('onBehalfOf' in a) - Number('onBehalfOf' in b));
  const inDuty = grant.duty === 'anyone' ? ('own' as const) : (held[0] ?? null);
  switch (grant.relation) {
    case 'self':
      return subject.personId === personId ? inDuty : null;
    case 'assigned':
      return subject.assignedIds?.includes(personId) ? inDuty : null;
    case 'tenant':
      return inDuty;
    case 'party':
      return (
        held.find(
          ({ scope }) => scope.kind === 'party' && (subject.partyIds?.includes(scope.id) ?? false),
        ) ?? null
      );
    case 'unit':
      return held.find((mandate) => coversUnit(mandate, subject)) ?? null;
    case 'area':
      return (
        held.find((mandate) => coversUnit(mandate, subject) || liesIn(mandate, subject)) ?? null
      );
    case 'round':
      return (
        held.find(
          (mandate) =>
            coversUnit(mandate, subject) ||
            (mandate.scope.kind === 'round' && mandate.scope.id === subject.roundId),
        ) ?? null
      );
  }
}

function coversUnit({ scope }: HeldMandate, { unitPath }: Subject): boolean {
  return scope.kind === 'unit' && unitPath !== undefined && isAtOrAbove(scope.path, unitPath);
}

function liesIn({ scope }: HeldMandate, { unitPath }: Subject): boolean {
  return scope.kind === 'unit' && unitPath !== undefined && isAtOrAbove(unitPath, scope.path);
}

/** What a caller may list by a row: the union of these, as predicates for a query. */
export interface Reach {
  readonly everything: boolean;
  readonly unitPaths: readonly string[];
  readonly partyIds: readonly string[];
  readonly roundIds: readonly string[];
  /** Set where the row gives `self` or `assigned`. */
  readonly personId: string | null;
}

/** How far a caller's duties reach under a row, for lists. */
export function reachOf(row: AccessRow, holder: Holder): Reach {
  if ('public' in row.allow) return { ...nothing, everything: true };
  let reach: Reach = nothing;
  for (const grant of row.allow) {
    const held = holder.mandates.filter(
      ({ duty }) => grant.duty === duty || grant.duty === 'anyone',
    );
    if (holder.personId === null || (held.length === 0 && grant.duty !== 'anyone')) continue;
    const paths = held.flatMap(({ scope }) => (scope.kind === 'unit' ? [scope.path] : []));
    const ids = (kind: string) =>
      held.flatMap(({ scope }) => (scope.kind === kind ? [scope.id] : []));
    switch (grant.relation) {
      case 'tenant':
        reach = { ...reach, everything: true };
        break;
      case 'self':
      case 'assigned':
        reach = { ...reach, personId: holder.personId };
        break;
      case 'party':
        reach = { ...reach, partyIds: [...reach.partyIds, ...ids('party')] };
        break;
      // A list goes by what lies at or below the caller's units; nothing is listed by the area.
      case 'area':
      case 'unit':
        reach = { ...reach, unitPaths: [...reach.unitPaths, ...paths] };
        break;
      case 'round':
        reach = {
          ...reach,
          unitPaths: [...reach.unitPaths, ...paths],
          roundIds: [...reach.roundIds, ...ids('round')],
        };
        break;
    }
  }
  return reach;
}

const nothing: Reach = {
  everything: false,
  unitPaths: [],
  partyIds: [],
  roundIds: [],
  personId: null,
};
