import { describe, expect, it } from 'vitest';
import type { PageCaller } from '../../../extension/background/caller.ts';
import type { Registered } from '../../../extension/background/content-registration.ts';
import { pageScripts } from '../../../extension/background/page-scripts.ts';
import { contentScripts } from '../../../extension/capture/content-scripts.ts';

type Setting = {
  origins?: string[];
  places?: readonly string[];
  tabs?: { id: number; url: string | null }[];
  /** Stopped before the step of this name, as a service worker may be. */
  stopBefore?: string;
};

/** A browser that keeps what is registered, and says in `done` what was asked of it, in order. */
function browserWith(setting: Setting) {
  const state = {
    origins: setting.origins ?? [],
    places: setting.places ?? [],
    stopBefore: setting.stopBefore,
  };
  const registered = new Map<string, Registered>();
  const done: string[] = [];
  const tabs = setting.tabs ?? [];
  const step = (name: string, what: string) => {
    if (state.stopBefore === name) throw new Error('stopped');
    done.push(`${name} ${what}`);
  };
  const keep = (name: string, list: Registered[]) => {
    step(name, list.map(({ id }) => id).join(' '));
    for (const one of list) {
      if (one.matches.length === 0) throw new Error('must specify at least one match');
      registered.set(one.id, structuredClone(one));
    }
  };
  const made = pageScripts({
    scripts: contentScripts,
    places: {
      read: async () => state.places,
      write: async (places) => {
        step('remember', places.join(' '));
        state.places = places;
      },
    },
    lock: (_name, task) => task(),
    surface: {
      ports: true,
      origins: async () => state.origins,
      registered: async () => [...registered.values()],
      register: async (list) => keep('register', list),
      update: async (list) => keep('update', list),
      unregister: async (ids) => {
        step('unregister', ids.join(' '));
        for (const id of ids) registered.delete(id);
      },
      tabsAt: async () => tabs,
      addressOf: async (tab) => tabs.find(({ id }) => id === tab)?.url ?? null,
      inject: async (tab, file, allFrames) => {
        if (tabs.find(({ id }) => id === tab)?.url?.startsWith('chrome:'))
          throw new Error('Cannot access contents of the page');
        step('inject', `${tab} ${file}${allFrames ? ' into all frames' : ''}`);
      },
    },
  });
  const on = (id: string) => registered.get(id);
  return { made, state, done, on };
}

const granted = ['https://host.example/*', 'https://harbour.example/*'];
const roundcube: PageCaller = {
  tab: 7,
  frame: 0,
  document: 'D',
  origin: 'https://host.example',
  url: 'https://host.example/roundcube/?_task=mail',
};
const place = 'https://host.example/roundcube/';

describe('content scripts', () => {
  it('are registered for the granted origins, to stay over restarts, and only where there is something to match', async () => {
    const { made, on } = browserWith({ origins: [...granted, 'chrome://favicon/*'] });
    await made.reconcile();
    expect(on('read-web')).toMatchObject({
      matches: granted,
      allFrames: false,
      runAt: 'document_idle',
      persistAcrossSessions: true,
    });
    expect(on('read-web')?.excludeMatches).toEqual(on('read-hosted-mail')?.matches);
    expect(on('read-mail')).toBe(undefined);
  });

  it('are one for each page: a webmail’s place has its own, from the start of the document and in every frame', async () => {
    const { made, on } = browserWith({ origins: granted, places: [place] });
    await made.reconcile();
    expect(on('read-mail')).toMatchObject({
      matches: [`${place}*`],
      allFrames: true,
      runAt: 'document_start',
    });
    expect(on('read-web')?.excludeMatches).toContain(`${place}*`);
  });

  it('are left alone where they are right', async () => {
    const { made, done } = browserWith({ origins: granted, places: [place] });
    await made.reconcile();
    done.length = 0;
    await made.reconcile();
    expect(done).toEqual([]);
  });

  it('go with the grants, and what was found there is forgotten', async () => {
    const { made, state, done, on } = browserWith({
      origins: granted,
      places: [place, 'https://harbour.example/mail/'],
    });
    await made.reconcile();
    state.origins = ['https://harbour.example/*'];
    await made.reconcile();
    expect(state.places).toEqual(['https://harbour.example/mail/']);
    expect(on('read-mail')?.matches).toEqual(['https://harbour.example/mail/*']);
    state.origins = [];
    await made.reconcile();
    expect(state.places).toEqual([]);
    expect(done.at(-1)).toMatch(/^unregister /);
    expect([on('read-mail'), on('read-web'), on('read-hosted-mail')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('are put into open tabs by the page that is there', async () => {
    const tabs = [
      { id: 1, url: 'https://harbour.example/' },
      { id: 2, url: 'https://host.example/roundcube/' },
      { id: 3, url: 'https://mail.google.com/mail/u/0/' },
      { id: 4, url: 'https://host.example/' },
    ];
    const { made, done } = browserWith({ origins: granted, places: [place], tabs });
    await made.injectAt(granted);
    expect(done).toEqual([
      'inject 1 read-web.js',
      'inject 2 read-mail.js into all frames',
      'inject 3 read-hosted-mail.js into all frames',
      'inject 4 read-web.js',
    ]);
  });
});

describe('a look', () => {
  it('begins with the reader of ordinary pages, whatever is known of the place', async () => {
    const tabs = [
      { id: 1, url: 'https://host.example/roundcube/imprint' },
      { id: 2, url: 'https://outlook.office.com/mail/' },
      { id: 3, url: 'chrome://extensions/' },
    ];
    const { made, done } = browserWith({ origins: granted, places: [place], tabs });
    expect(await Promise.all([1, 2, 3].map((tab) => made.look(tab)))).toEqual([true, true, false]);
    expect(done).toEqual(['inject 1 read-web.js', 'inject 2 read-hosted-mail.js into all frames']);
  });
});

describe('a webmail that was found', () => {
  it('is remembered, then registered, then read at once', async () => {
    const { made, state, done } = browserWith({ origins: granted });
    await made.reconcile();
    done.length = 0;
    expect(await made.handOver(roundcube, 'roundcube')).toBe(true);
    expect(done).toEqual([
      `remember ${place}`,
      'register read-mail',
      'update read-web',
      'inject 7 read-mail.js into all frames',
    ]);
    expect(state.places).toEqual([place]);
  });

  it('changes nothing when it is found again', async () => {
    const { made, done } = browserWith({ origins: granted });
    await made.handOver(roundcube, 'roundcube');
    done.length = 0;
    await made.handOver({ ...roundcube, tab: 8 }, 'roundcube');
    expect(done).toEqual(['inject 8 read-mail.js into all frames']);
  });

  it.each(['remember', 'update', 'register', 'inject'])(
    'is made good after a stop before: %s',
    async (stopBefore) => {
      const { made, state, done, on } = browserWith({ origins: granted });
      await made.reconcile();
      state.stopBefore = stopBefore;
      await made.handOver(roundcube, 'roundcube').catch(() => {});
      state.stopBefore = undefined;
      await made.reconcile();
      // the page asks until it is answered
      expect(await made.handOver(roundcube, 'roundcube')).toBe(true);
      expect(on('read-mail')?.matches).toEqual([`${place}*`]);
      expect(on('read-web')?.excludeMatches).toContain(`${place}*`);
      expect(done.at(-1)).toBe('inject 7 read-mail.js into all frames');
    },
  );

  it('is registered by the next start where it was only remembered', async () => {
    const { made, state, on } = browserWith({ origins: granted, stopBefore: 'update' });
    await made.reconcile();
    await made.handOver(roundcube, 'roundcube');
    state.stopBefore = undefined;
    await made.reconcile();
    expect(on('read-mail')?.matches).toEqual([`${place}*`]);
  });

  it('is read once and not remembered where the person granted nothing', async () => {
    const { made, state, done, on } = browserWith({ origins: ['https://harbour.example/*'] });
    await made.reconcile();
    done.length = 0;
    expect(await made.handOver(roundcube, 'roundcube')).toBe(true);
    expect(done).toEqual(['inject 7 read-mail.js into all frames']);
    expect([state.places, on('read-mail')]).toEqual([[], undefined]);
  });

  it('pushes no known place out where it is not remembered itself', async () => {
    const places = Array.from({ length: 50 }, (_, i) => `https://harbour.example/${i}/`);
    const { made, state } = browserWith({ origins: ['https://harbour.example/*'], places });
    await made.handOver(roundcube, 'roundcube');
    expect(state.places).toBe(places);
  });

  it.each<[string, Partial<PageCaller>]>([
    ['a frame', { frame: 3 }],
    ['a page of another webmail', { url: 'https://mail.google.com/?_task=mail' }],
  ])('is not believed from %s', async (_what, part) => {
    const { made, done } = browserWith({ origins: [...granted, 'https://mail.google.com/*'] });
    expect(await made.handOver({ ...roundcube, ...part }, 'roundcube')).toBe(false);
    expect(done).toEqual([]);
  });
});
