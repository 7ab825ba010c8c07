import { useState } from 'preact/hooks';
import { Button, LinkButton } from '../../components/button/button.tsx';
import { Icon } from '../../components/icon/icon.tsx';
import { loaded } from '../../components/page/loaded.tsx';
import { Failed, Loading, Page } from '../../components/page/page.tsx';
import { shellTexts } from '../../components/shell/texts.ts';
import { bilingual } from '../../language/language.ts';
import { configuration, handlesCases, hasRole, profile, sessionState, startFailure, watchesExecutions } from '../../session/session.ts';
import { signIn } from '../../session/signing.ts';

const texts = bilingual({
  title: 'En bro när vården brister mellan oss',
  lead: 'Brygga är till för avvikelser i samverkan: det som gått fel mellan vårdgivare. Du rapporterar, rätt enhet utreder och svarar, och du får veta vad som hände.',
  steps: ['Rapportera på några minuter, även mitt i natten.', 'Ärendet når den som ansvarar, med en klocka som båda parter ser.', 'Svaret delas med dig. Det stannar inte i någons inkorg.'],
  hello: (name: string) => `Hej ${name}`, what: 'Vad vill du göra?',
  report: 'Rapportera en avvikelse', reportAbout: 'Något har gått fel mellan oss och en annan vårdgivare.',
  mine: 'Mina rapporter', mineAbout: 'Var är ärendet nu, och vad ledde det till?',
  inbox: 'Inkorgen', inboxAbout: 'Ärenden som väntar på dig. Försenade först.',
  external: 'Har du fått ett mejl med en länk? Öppna länken i mejlet; du behöver inte logga in här.',
  file: 'Har något brustit hos oss?', fileParty: 'Anmäl för en vårdgivare eller annan organisation', filePublic: 'Berätta som patient, brukare eller närstående',
  watch: 'Bevakning', watchAbout: 'Ärenden som du utreder.', actions: 'Åtgärder', actionsAbout: 'Vad du ska göra, och när.',
  register: 'Registrera inkommen avvikelse', registerAbout: 'Den kom per brev, telefon eller på blankett.',
  statistics: 'Statistik', statisticsAbout: 'Antal per månad och enhet.', paper: 'Pappersblankett', paperAbout: 'När systemet ligger nere.',
  organisation: (name: string) => `Tjänsten drivs av ${name}.`,
}, {
  title: 'A bridge when care fails between us',
  lead: 'Brygga is for deviations in collaboration: what went wrong between care providers. You report, the right unit investigates and answers, and you learn what happened.',
  steps: ['Report in a few minutes, even in the middle of the night.', 'The case reaches whoever is responsible, with a clock that both parties see.', 'The answer is shared with you. It does not stay in an inbox.'],
  hello: (name: string) => `Hello ${name}`, what: 'What do you want to do?',
  report: 'Report a deviation', reportAbout: 'Something went wrong between us and another care provider.',
  mine: 'My reports', mineAbout: 'Where is the case now, and what came of it?',
  inbox: 'The inbox', inboxAbout: 'Cases that wait for you. Overdue first.',
  external: 'Have you received a mail with a link? Open the link in the mail; you need not sign in here.',
  file: 'Has something failed on our side?', fileParty: 'Report it for a care provider or another organisation', filePublic: 'Tell us as a patient, care receiver or relative',
  watch: 'Watch list', watchAbout: 'Cases that you investigate.', actions: 'Actions', actionsAbout: 'What you are to do, and when.',
  register: 'Register an incoming deviation', registerAbout: 'It came by letter, phone or on a form.',
  statistics: 'Statistics', statisticsAbout: 'Counts by month and unit.', paper: 'Paper form', paperAbout: 'When the system is down.',
  organisation: (name: string) => `The service is run by ${name}.`,
});

const FirstHourNotice = loaded(() => import('../administration/first-hour/first-hour-notice.tsx'));

export function StartPage() {
  return sessionState.value === 'signedIn' ? <Welcome /> : <About />;
}

function About() {
  const text = texts();
  const [failure, setFailure] = useState<unknown>(null);
  const site = configuration.value;
  if (startFailure.value !== null) return <Page title={text.title}><Failed failure={startFailure.value} again={() => location.reload()} /></Page>;
  if (sessionState.value === 'starting') return <Loading />;
  return (
    <Page title={text.title} lead={text.lead}>
      {failure !== null && <Failed failure={failure} />}
      <div class="buttons">
        <Button busy={sessionState.value === 'signingIn'} onClick={() => void signIn('/').catch(setFailure)}>{shellTexts().signIn}</Button>
      </div>
      <ol class="promise">{text.steps.map((step) => <li key={step}><span>{step}</span></li>)}</ol>
      <section class="panel">
        <h2>{text.file}</h2>
        <ul class="ds-list roomy"><li><a class="ds-link" href="/intake/party">{text.fileParty}</a></li><li><a class="ds-link" href="/intake/public">{text.filePublic}</a></li></ul>
      </section>
      <p class="small">{text.external}</p>
      {site && <p class="small">{text.organisation(site.organisationName)}</p>}
    </Page>
  );
}

function Welcome() {
  const text = texts();
  const cards = [
    ...(handlesCases.value ? [['/inbox', text.inbox, text.inboxAbout, 'mail'] as const] : []),
    ['/mine', text.mine, text.mineAbout, 'clock'] as const,
    ['/watch', text.watch, text.watchAbout, 'person'] as const,
    ['/actions', text.actions, text.actionsAbout, 'check'] as const,
    ...(profile.value?.mayRegister ? [['/register', text.register, text.registerAbout, 'pen'] as const] : []),
    ...(handlesCases.value || watchesExecutions.value ? [['/statistics', text.statistics, text.statisticsAbout, 'check'] as const] : []),
    ['/paper-form', text.paper, text.paperAbout, 'print'] as const,
  ];
  return (
    <Page title={text.hello(profile.value?.name.split(' ')[0] ?? '')} lead={text.what}>
      {hasRole('systemAdministrator') && <FirstHourNotice />}
      {profile.value?.mayReport && (
        <div class="lead-card">
          <p>{text.reportAbout}</p>
          <LinkButton href="/report">{text.report}</LinkButton>
        </div>
      )}
      <ul class="cards">
        {cards.map(([href, title, about, icon]) => (
          <li key={href} class="card"><Icon name={icon} /><h2><a class="ds-link" href={href}>{title}</a></h2><p>{about}</p></li>
        ))}
      </ul>
    </Page>
  );
}
