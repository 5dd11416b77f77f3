/** What a need says. */
export interface NeedContent {
  readonly title: string;
  readonly targetGroup: string;
  readonly headCount: number;
  readonly problem: string;
  readonly service: string;
  readonly aim: string;
  readonly serviceArea: string;
  readonly askedBy: number;
}
