/**
 * Lets calls that come close together be handled in one turn. What an object writes in one turn it commits at once: under load several
 * pushes then share one commit, and with it one wait for the disk.
 */
export type Gather = {
  /**
   * Runs `work` at once where nothing ran in this turn, else in a later one, in the order in which it came. Gives what it returns, and
   * throws what it throws. `weight`: how much of a turn it takes.
   */
  run<T>(weight: number, work: () => T): T | Promise<T>;
};

type Waiting = { weight: number; run: () => void };

/**
 * `nextTurn` has to call back once all that had come by then was handed over. `most`: the weight of one turn, which only a single
 * work may exceed.
 */
export function gatherTurns(nextTurn: (turn: () => void) => void, most: number): Gather {
  const waiting: Waiting[] = [];
  let isOpen = true;
  const turn = () => {
    const due = takeTurn(waiting, most);
    isOpen = due.length === 0;
    if (isOpen) return;
    nextTurn(turn);
    for (const { run } of due) run();
  };
  return {
    run: <T>(weight: number, work: () => T): T | Promise<T> => {
      if (isOpen) {
        isOpen = false;
        nextTurn(turn);
        return work();
      }
      return new Promise<T>((resolve, reject) => {
        const run = () => {
          try {
            resolve(work());
          } catch (error) {
            reject(error);
          }
        };
        waiting.push({ weight, run });
      });
    },
  };
}

function takeTurn(waiting: Waiting[], most: number): Waiting[] {
  let sum = 0;
  const beyond = waiting.findIndex(({ weight }, i) => {
    sum += weight;
    return i > 0 && sum > most;
  });
  return waiting.splice(0, beyond === -1 ? waiting.length : beyond);
}
