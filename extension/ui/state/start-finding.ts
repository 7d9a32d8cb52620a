/** Looks for duplicates in a thread of its own for as long as the pool's page is open; returns the end of that. */
export function startFinding(): () => void {
  const finder = new Worker('/find-duplicates.js');
  return () => finder.terminate();
}
