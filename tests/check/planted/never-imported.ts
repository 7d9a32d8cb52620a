/** Nobody imports this: the search for unused code must find it on every run. */
export const unused = 1;
