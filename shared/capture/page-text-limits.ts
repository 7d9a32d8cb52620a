/** How much of a page's text is handed over at most: in a file of its own, so that content scripts carry no schema for it. */
export const mostLines = 1500;
export const mostText = 60_000;
