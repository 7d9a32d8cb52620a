import { type ComponentChild, render } from 'preact';
import { browser } from 'wxt/browser';
import { openDatabase } from '../../db/database.ts';
import { interfaceClient, interfacePortName } from '../../rpc/interface-client.ts';
import { keepTime } from './now.ts';
import { interfaceLanguage, say, type WordKey } from './say.ts';
import { type Services, ServicesContext } from './services.ts';
import { listenForShortcuts } from './shortcuts.ts';

type Page = { poolPage: Services['poolPage']; title: WordKey };

/** Shows an interface in `#app`, joined to the device's pool and the background for as long as the page lives. */
export function startInterface(screen: ComponentChild, { poolPage, title }: Page): void {
  const calls = interfaceClient({ connect: () => browser.runtime.connect({ name: interfacePortName }) });
  const services: Services = { db: openDatabase(), calls, now: Date.now, poolPage };
  document.documentElement.lang = interfaceLanguage();
  document.documentElement.dir = say('direction') === 'rtl' ? 'rtl' : 'ltr';
  document.title = say(title);
  keepTime(services.now);
  listenForShortcuts();
  calls.hold();
  render(
    <ServicesContext.Provider value={services}>{screen}</ServicesContext.Provider>,
    document.getElementById('app') as HTMLElement,
  );
}
