import { defineRefusals } from './refusal';

const refuseState = defineRefusals('STATE', {
  OUT_OF_ORDER: {
    status: 409,
    zh: '现在的状态（{state}）不能办理此事项（{act}）。',
    en: 'In the state {state} the act {act} is not possible.',
    whatToDo: {
      zh: '请重新读取该项，按其当前状态办理。',
      en: 'Read the thing again and act on the state it is in.',
    },
  },
});

/** One act: the states it is allowed in and the state it leads to. */
export interface Move {
  readonly from: readonly string[];
  readonly to: string;
}

const declared: TransitionTable<string, string>[] = [];

/** Every table declared so far: for documentation, for tests, and for checking recorded events against them. */
export function allTransitionTables(): readonly TransitionTable<string, string>[] {
  return declared;
}

type StateIn<Moves extends Record<string, Move>> =
  Moves[keyof Moves]['from'][number] | Moves[keyof Moves]['to'];

/** The states of a thing and what moves it, as data. */
export interface TransitionTable<State extends string, Act extends string> {
  readonly name: string;
  readonly initial: State;
  readonly states: readonly State[];
  readonly final: readonly State[];
  readonly moves: Readonly<Record<Act, { readonly from: readonly State[]; readonly to: State }>>;
  /** Whether the act is allowed in this state. */
  can(state: State, act: Act): boolean;
  /**
   * The state after the act.
   * @throws STATE.OUT_OF_ORDER with the facts thing, state and act, when the act is not allowed in this state
   */
  next(state: State, act: Act): State;
  /** Whether a row of acts, perhaps none, leads from one state to the other. */
  reaches(from: State, to: State): boolean;
}

/**
 * Makes a table of states and checks it at once, so that a wrong graph stops start-up instead of a project.
 * @param name of the thing, as the audit log has it
 * @throws Error on an initial or final state that no move knows, a state that cannot be reached, a final state with a way out,
 * or, where there are final states, a state from which none of them can be reached
 */
export function transitionTable<const Moves extends Record<string, Move>>(
  name: string,
  definition: {
    readonly initial: NoInfer<StateIn<Moves>>;
    readonly moves: Moves;
    readonly final: readonly NoInfer<StateIn<Moves>>[];
  },
): TransitionTable<StateIn<Moves>, keyof Moves & string> {
  type State = StateIn<Moves>;
  type Act = keyof Moves & string;
  const { initial, final } = definition;
  const moves = definition.moves as unknown as TransitionTable<State, Act>['moves'];
  const edges: { from: readonly State[]; to: State }[] = Object.values(moves);
  const states = [...new Set(edges.flatMap(({ from, to }) => [...from, to]))];

  const can = (state: State, act: Act) => moves[act].from.includes(state);
  const table: TransitionTable<State, Act> = {
    name,
    initial,
    states,
    final,
    moves,
    can,
    next(state, act) {
      if (!can(state, act)) throw refuseState('STATE.OUT_OF_ORDER', { thing: name, state, act });
      return moves[act].to;
    },
    reaches: (from, to) => reachableFrom(from, edges).has(to),
  };
  requireSound(table);
  declared.push(table);
  return table;
}

function reachableFrom<State extends string>(
  start: State,
  edges: readonly { from: readonly State[]; to: State }[],
): Set<State> {
  const seen = new Set([start]);
  // A Set hands out what is added while it is being walked, so one walk reaches everything.
  for (const state of seen) {
    for (const edge of edges) if (edge.from.includes(state)) seen.add(edge.to);
  }
  return seen;
}

function requireSound<State extends string, Act extends string>(
  table: TransitionTable<State, Act>,
): void {
  const { name, initial, states, final, moves } = table;
  const fault = (what: string) => new Error(`transition table ${name}: ${what}`);
  const hasWayOut = (state: State) =>
    Object.values<{ from: readonly State[] }>(moves).some(({ from }) => from.includes(state));

  for (const state of [initial, ...final]) {
    if (!states.includes(state)) throw fault(`no move knows the state ${state}`);
  }
  for (const state of states) {
    if (!table.reaches(initial, state)) throw fault(`the state ${state} cannot be reached`);
    if (final.includes(state)) {
      if (hasWayOut(state)) throw fault(`the final state ${state} has a way out`);
    } else if (!hasWayOut(state)) {
      throw fault(`the state ${state} is a dead end but not final`);
    } else if (final.length > 0 && !final.some((end) => table.reaches(state, end))) {
      throw fault(`no final state can be reached from ${state}`);
    }
  }
}
