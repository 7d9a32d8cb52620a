import { Dashboard } from '../../ui/screens/dashboard.tsx';
import { followAddress } from '../../ui/state/route.ts';
import { startInterface } from '../../ui/state/start-interface.tsx';

followAddress();
startInterface(<Dashboard />, { poolPage: '', title: 'dashboard.title' });
