import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { PaperFormView } from '../../../../functions/contracts/paper-form.ts';
import { harms, legalBases } from '../../../../functions/contracts/words.ts';
import { useReading } from '../../api/use-reading.ts';
import { Button } from '../../components/button/button.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../components/page/page.tsx';
import { language } from '../../language/language.ts';
import { vocabulary } from '../../language/vocabulary.ts';
import { keepPaperForm } from './keep-paper-form.ts';
import { paperFormTexts } from './texts.ts';
import './paper-form.css';

/** The form for when the system is down (H6): open to everybody, versioned, printed, and kept by the browser. */
export default function PaperFormPage() {
  const text = paperFormTexts();
  const { query } = useLocation();
  const version = query['version'];
  const { data, failure, reload } = useReading('read-paper-form', { query: { version } });
  const [kept, setKept] = useState(false);
  useEffect(() => {
    void keepPaperForm().then(setKept);
  }, []);
  if (failure !== null) return <Page title={text.title} lead={text.gone}><Failed failure={failure} again={() => void reload()} /></Page>;
  if (!data) return <Loading />;
  const earlier = data.versions.filter((one) => one !== data.version);
  return (
    <Page title={text.title} lead={text.lead}>
      {version !== undefined && String(data.version) !== version && <Notice color="warning"><p>{text.notKept(version, data.version)}</p></Notice>}
      {data.version !== data.current && <Notice color="warning"><p>{text.older(data.version, data.current)}</p><p><a class="ds-link" href="/paper-form">{text.newest}</a></p></Notice>}
      <div class="buttons"><Button onClick={() => print()}>{text.print}</Button></div>
      {kept && <p class="small no-print" role="status">{text.kept}</p>}
      <Form view={data} />
      {earlier.length > 0 && (
        <nav class="no-print" aria-label={text.versions}>
          <ul class="ds-list">{earlier.map((one) => <li key={one}><a class="ds-link" href={`/paper-form?version=${one}`}>{text.version(one)}</a></li>)}</ul>
        </nav>
      )}
    </Page>
  );
}

export function Form({ view }: { readonly view: PaperFormView }) {
  const text = paperFormTexts();
  const words = vocabulary();
  return (
    <article class="paper" aria-label={text.form}>
      <header>
        <h2>{text.form}</h2>
        <p>{view.organisation}{view.callBackPhone && `, ${view.callBackPhone}`}</p>
        <p><strong>{text.handIn}</strong> {text.caution}</p>
      </header>
      <div class="paper-row">
        <Line label={`${text.when} ${text.dateTime}`} /><Line label={`${text.discovered} ${text.dateTime}`} /><Line label={text.unit} />
      </div>
      <div class="paper-row"><Line label={text.counterpart} /><Line label={text.externalUnit}><Tick>{text.notKnown}</Tick></Line></div>
      <Ticks label={text.legalBasis}>{legalBases.map((one) => <Tick key={one}>{words.legalBasis[one]}</Tick>)}</Ticks>
      <Ticks label={text.category}>{view.categories.map((one) => <Tick key={one}>{words.category[one]}</Tick>)}</Ticks>
      <Lines label={text.whatHappened} count={8} />
      <Lines label={text.immediateAction} count={4} />
      <Ticks label={text.harm}>{harms.map((one) => <Tick key={one}>{words.harm[one]}</Tick>)}</Ticks>
      <Ticks label={text.seriousRisk}><Tick>{text.yes}</Tick><Tick>{text.no}</Tick></Ticks>
      {view.onCallFields.length > 0 && (
        <Ticks label={text.onCall}>{view.onCallFields.map((field) => <span key={field} class="paper-question">{text.field[field]}: <Tick>{text.yes}</Tick> <Tick>{text.no}</Tick> <Tick>{text.notKnown}</Tick></span>)}</Ticks>
      )}
      <Lines label={<Tick>{text.notOurs}</Tick>} count={2} />
      <div class="paper-row"><Line label={`${text.patient} ${text.patientAbout}`}><Tick>{text.protectedIdentity}</Tick></Line></div>
      <div class="paper-row"><Line label={`${text.filled}. ${text.dateTime}`} /><Line label={text.by} /><Line label={text.phone} /></div>
      <div class="paper-row"><Line label={text.number}><Tick>{text.noted}</Tick></Line></div>
      <footer><p>{text.foot(view.version, view.organisation, view.title[language.value], view.documentId, view.validFrom)}</p></footer>
    </article>
  );
}

const Tick = ({ children }: { readonly children: ComponentChildren }) => <span class="paper-tick"><span class="paper-box" aria-hidden="true" />{children}</span>;
const Line = ({ label, children }: { readonly label: string; readonly children?: ComponentChildren }) => <div class="paper-line"><p>{label}</p>{children}<div class="paper-space" aria-hidden="true" /></div>;
const Ticks = ({ label, children }: { readonly label: string; readonly children: ComponentChildren }) => <div class="paper-ticks"><p>{label}</p><div>{children}</div></div>;
const Lines = ({ label, count }: { readonly label: ComponentChildren; readonly count: number }) => (
  <div class="paper-lines"><p>{label}</p>{Array.from({ length: count }, (_, index) => <div key={index} class="paper-space" aria-hidden="true" />)}</div>
);
