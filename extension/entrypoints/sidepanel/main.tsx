import { Panel } from '../../ui/screens/panel/panel.tsx';
import { followPage } from '../../ui/state/page-in-front.ts';
import { startInterface } from '../../ui/state/start-interface.tsx';

/** `?tab=<id>` pins the panel to one tab, for showing it in a tab of its own. */
const pinned = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);

startInterface(<Panel />, { poolPage: 'dashboard.html', title: 'panel.title' });
followPage(Number.isInteger(pinned) ? pinned : null);
