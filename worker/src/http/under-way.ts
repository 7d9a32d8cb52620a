/**
 * How many requests of one kind are under way, by workspace, in this one front. Where front and object share a thread, a request
 * waits before anybody can see how long (workspace/overload.ts); that many have begun and none has ended says it too.
 */
export type UnderWay = {
  /** What ends it, to be called once; null where there are too many. */
  enter(workspace: string): (() => void) | null;
};

export function countUnderWay(most: number): UnderWay {
  const counts = new Map<string, number>();
  return {
    enter: (workspace) => {
      const count = counts.get(workspace) ?? 0;
      if (count >= most) return null;
      counts.set(workspace, count + 1);
      return () => {
        const left = (counts.get(workspace) ?? 1) - 1;
        if (left === 0) counts.delete(workspace);
        else counts.set(workspace, left);
      };
    },
  };
}
