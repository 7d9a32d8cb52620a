/** How much of a page is handed over at most: in a file of its own, so that content scripts carry no schema for it. */
export const mostSnapshotText = 4_000_000;
export const longestSnapshotUrl = 4000;
