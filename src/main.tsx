import { isSpeakerWindow } from './store/lesson/startingPoint.ts';
import { wake } from './view/firstPaint/wake.ts';
import './view/styles/index.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root" to mount in');

const isPictured = root.hasChildNodes();

if (isSpeakerWindow(location)) {
  // It needs neither session nor engine.
  void import('./view/presenter/openSpeaker.tsx').then(({ openSpeaker }) => openSpeaker(root));
} else if (isPictured) {
  void wake(root);
} else {
  void import('./view/loading/openPage.tsx').then(({ openPage }) => openPage(root));
}
