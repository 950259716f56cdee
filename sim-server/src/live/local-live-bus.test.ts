import { liveBusContract } from './live-bus.contract.ts';
import { openLocalLiveBus } from './local-live-bus.ts';

liveBusContract('the fan-out within one process', async () => openLocalLiveBus(), 1);
