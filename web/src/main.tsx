import './theme/site.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { App } from './app.tsx';
import { language } from './language/language.ts';
import { takeSecret } from './pages/reply/secret.ts';
import { sessionState, startFailure } from './session/session.ts';
import { beginSession } from './session/signing.ts';

// Before anything else: the secret of a reply link leaves the address bar and the history.
takeSecret();

effect(() => {
  document.documentElement.lang = language.value;
});

const root = document.getElementById('app');
if (root) render(<App />, root);

beginSession().catch((failure: unknown) => {
  startFailure.value = failure;
  sessionState.value = 'signedOut';
});
