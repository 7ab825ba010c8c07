import { useState } from 'preact/hooks';
import type { FolderView } from '../../../../../functions/contracts/escalation.ts';
import type { LadderAction } from '../../../../../functions/contracts/words.ts';
import { useReading } from '../../../api/use-reading.ts';
import { ForwardCase, ReturnCase } from '../../../case-parts/ladder/forms.tsx';
import { LadderHistory, LadderOutcome, LadderPlace, nameOfLevel } from '../../../case-parts/ladder/story.tsx';
import { ladderTexts } from '../../../case-parts/ladder/texts.ts';
import { LinkButton } from '../../../components/button/button.tsx';
import { Written } from '../../../components/facts/facts.tsx';
import { namesIn } from '../../../components/field/text-area.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../../components/page/page.tsx';
import { dateAndTime } from '../../../language/dates.ts';
import { More, Todo } from '../../case/actions/plain-actions.tsx';
import { groupTexts } from '../groups/texts.ts';
import type { SectionProps } from '../sections.ts';
import { AnswerGroup, AskGroups, DecideEscalation, InformOfDecision, WriteBasis } from './folder-forms.tsx';
import { folderTexts } from './texts.ts';

/** A case as its groups see it (R9), with what the reader may do. */
export default function FolderPage({ rest }: SectionProps) {
  const text = folderTexts();
  const folder = useReading('read-folder', rest === '' ? null : { path: { caseId: rest } });
  const registers = useReading('read-registers', {});
  const [said, setSaid] = useState('');
  if (rest === '') return <Page title={text.place}><p>{text.none}</p><LinkButton href="/collaboration/groups">{groupTexts().title}</LinkButton></Page>;
  if (folder.data === null) return folder.failure === null ? <Loading /> : <Page title={text.place}><Failed failure={folder.failure} again={() => void folder.reload()} /></Page>;
  // Said once the folder is read anew: whoever goes on at once goes on from the newest version.
  const done = (what: string) => void folder.reload().then(() => setSaid(what));
  return (
    <Page title={folder.data.extent === 'folder' ? text.title(folder.data.number) : text.decisionIn(folder.data.number)} lead={folder.data.extent === 'folder' ? text.lead : text.told} wide>
      {said !== '' && <Notice color="success" live="status"><p>{said}</p></Notice>}
      {folder.data.extent === 'decision' ? <section class="panel"><h2>{ladderTexts().title}</h2><LadderOutcome place={folder.data} /></section> : <Contents folder={folder.data} known={registers.data === null ? [] : namesIn(registers.data)} done={done} reload={folder.reload} />}
    </Page>
  );
}

function Contents({ folder, known, done, reload }: { readonly folder: FolderView; readonly known: readonly string[]; readonly done: (said: string) => void; readonly reload: () => Promise<void> }) {
  const text = folderTexts();
  const ladder = ladderTexts();
  const action = { view: { id: folder.caseId, version: folder.version }, done, reload, folder, known };
  const may = (id: LadderAction) => folder.allowed.includes(id);
  const here = folder.standing.filter((one) => one.here);
  const open = folder.consultations.filter(({ answer }) => answer === null);
  const onlyGuest = here.length > 0 && here.every(({ as }) => as === 'guest');
  const onlyMember = here.some(({ as }) => as === 'member') && !here.some(({ as }) => as === 'convener');
  return (
    <>
      <section class="panel">
        <h2>{text.place}</h2>
        <LadderPlace place={folder} />
        {folder.standing.length > 0 && <p class="small">{text.standing}: {folder.standing.map(({ group, as }) => `${groupTexts().standings[as]}, ${group.name}`).join(' · ')}</p>}
        {onlyGuest && <Notice color="info"><p>{text.guest}</p></Notice>}
        {onlyMember && <Notice color="info"><p>{text.convenerOnly}</p></Notice>}
      </section>
      <section class="panel">
        <h2>{ladder.folder.text}</h2>
        {folder.confirmedAt === null ? <p>{ladder.folder.empty}</p> : <><p><Written>{folder.text}</Written></p><p class="small">{ladder.folder.confirmedAt}: {dateAndTime(folder.confirmedAt)}</p></>}
      </section>
      {may('inform-of-decision') && <Todo title={text.inform.title}><InformOfDecision {...action} /></Todo>}
      {may('decide-escalation') && <Todo title={text.decide.title}><DecideEscalation {...action} /></Todo>}
      {folder.consults === 'answers' && may('consult-group') && open.map(({ id, question }) => <Todo key={id} title={text.reply.title}><p><Written>{question}</Written></p><AnswerGroup {...action} consultationId={id} /></Todo>)}
      {may('write-basis') && folder.basis === null && <Todo title={text.basis.title}><WriteBasis {...action} /></Todo>}
      {may('forward-case') && <Todo title={ladder.forward.title(nameOfLevel(folder, folder.level + 1))}><ForwardCase {...action} place={folder} /></Todo>}
      {(folder.basis !== null || folder.decision !== null || folder.information !== null) && <section class="panel"><LadderOutcome place={folder} /></section>}
      {folder.consultations.length > 0 && (
        <section class="panel">
          <h2>{text.consultations}</h2>
          {folder.consultations.map(({ id, question, by, at, answer }) => (
            <div key={id}>
              <h3>{text.question}</h3><p class="small">{by.name}, {dateAndTime(at)}</p><p><Written>{question}</Written></p>
              <h4>{text.answer}</h4>{answer === null ? <p>{text.noAnswer}</p> : <><p class="small">{answer.group}, {answer.by.name}, {dateAndTime(answer.at)}</p><p><Written>{answer.text}</Written></p></>}
            </div>
          ))}
        </section>
      )}
      <div class="no-print">
        {folder.consults === 'asks' && may('consult-group') && <More title={text.ask.title}><AskGroups {...action} /></More>}
        {may('write-basis') && folder.basis !== null && <More title={text.basis.again}><WriteBasis {...action} /></More>}
        {may('return-case') && <More title={ladder.back.title}><ReturnCase {...action} place={folder} returnsTo={folder.returnsTo} /></More>}
      </div>
      <section class="panel"><LadderHistory place={folder} /></section>
      <div class="buttons no-print">{folder.standing.map(({ group }) => <LinkButton key={group.id} kind="secondary" href={`/collaboration/groups/${group.id}`}>{text.toGroup(group.name)}</LinkButton>)}</div>
    </>
  );
}
