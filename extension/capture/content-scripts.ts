/** Gmail and Outlook live at their makers' hosts; Roundcube and SOGo live anywhere. */
const hosted = [
  'mail.google.com',
  'outlook.office.com',
  'outlook.office365.com',
  'outlook.live.com',
  'outlook.cloud.microsoft',
].map((host) => `https://${host}/*`);

/*
 * The content scripts and how they are registered for granted origins (`scripting.registerContentScripts`); `look` injects the
 * same files. They are apart so that a page pays for one kind of reading: each has a budget of 25 kB gzip, and a page has one.
 * `only` and `except` narrow the origins; `found` does by the places where webmails were found, which the script for ordinary pages
 * tells of when it meets one. A script that finds no page of its kind does nothing.
 */
export const contentScripts = [
  {
    id: 'read-mail',
    js: ['read-mail.js'],
    allFrames: true,
    runAt: 'document_start',
    except: hosted,
    found: 'only',
  },
  {
    id: 'read-hosted-mail',
    js: ['read-hosted-mail.js'],
    allFrames: true,
    runAt: 'document_start',
    only: hosted,
  },
  {
    id: 'read-web',
    js: ['read-web.js'],
    allFrames: false,
    runAt: 'document_idle',
    except: hosted,
    found: 'except',
  },
] as const;
