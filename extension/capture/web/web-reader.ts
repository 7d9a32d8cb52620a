/** The reader of ordinary pages. The version is raised with every change of what is read or how: it is kept with the evidence. */
export const webReader = { id: 'web', version: 3 } as const;
