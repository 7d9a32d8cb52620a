import { Dashboard } from '../../ui/screens/dashboard.tsx';
import { followAddress } from '../../ui/state/route.ts';
import { startInterface } from '../../ui/state/start-interface.tsx';

followAddress();
startInterface(<Dashboard />, { poolPage: '', title: 'dashboard.title' });
// A thread that ends with the page: to compare ten thousand people takes a while, and neither a page nor a capture waits for it.
new Worker(new URL('./find-duplicates.ts', import.meta.url), { type: 'module' });
