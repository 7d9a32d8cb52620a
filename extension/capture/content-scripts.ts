/*
 * The two content scripts and how they are registered for a granted origin (`scripting.registerContentScripts`); `look` injects
 * the same files. They are apart so that a page pays for one kind of reading only: each has a budget of 25 kB gzip.
 */
export const contentScripts = [
  { id: 'read-mail', js: ['read-mail.js'], allFrames: true, runAt: 'document_start' },
  { id: 'read-web', js: ['read-web.js'], allFrames: false, runAt: 'document_idle' },
] as const;
