import { Page } from '../../components/page/page.tsx';
import { bilingual } from '../../language/language.ts';
import { configuration } from '../../session/session.ts';

const texts = bilingual({
  title: 'Personuppgifter',
  lead: (name: string) => `${name} ansvarar för personuppgifterna i tjänsten.`, we: 'Den som driver tjänsten',
  parts: [
    'Varför: för att utreda avvikelser i vården och förebygga att de händer igen. Det är en uppgift enligt patientsäkerhetslagen, hälso- och sjukvårdslagen och socialtjänstlagen.',
    'Vad: vem som rapporterade och handlade ärendet, vad som hände och, när det behövs, en uppgift om vilken patient det gäller. Patientuppgiften förvaras för sig, med egen nyckel, och visas bara mot en angiven anledning.',
    'Vem som ser det: den som behöver det för sitt arbete. Varje läsning och ändring loggas med person, tid och enhet, och loggen granskas.',
    'Vad som lämnas ut: den externa enheten får bara den text som en person har granskat och bekräftat, utan uppgifter som pekar ut patienten. Mejl innehåller ärendenummer och länk, aldrig uppgifter om någon.',
    'Var: i en region inom EU, krypterat.',
    'Hur länge: enligt organisationens dokumenthanteringsplan.',
    'I webbläsaren: inga kakor för statistik eller reklam. När du svarar genom en länk används en nödvändig kaka som försvinner när sessionen tar slut. Inloggningen finns bara i sidans minne.',
    'Dina rättigheter: du kan begära att få veta vilka uppgifter som finns om dig och få fel rättade. Vänd dig till organisationens dataskyddsombud. Klagomål kan lämnas till tillsynsmyndigheten för dataskydd.',
  ],
}, {
  title: 'Personal data',
  lead: (name: string) => `${name} is the controller of the personal data in the service.`, we: 'Whoever runs the service',
  parts: [
    'Why: to investigate deviations in care and prevent them from happening again. This is a duty under the Swedish patient safety, health care and social services acts.',
    'What: who reported and handled the case, what happened and, where needed, which patient it concerns. The patient reference is kept apart, under its own key, and shown only against a stated reason.',
    'Who sees it: those who need it for their work. Every read and change is logged with person, time and unit, and the log is reviewed.',
    'What leaves: the external unit gets only the text that a person has reviewed and confirmed, with nothing that points out the patient. Mails hold a case number and a link, never anything about anybody.',
    'Where: in a region within the EU, encrypted.',
    'How long: by the records schedule of the organisation.',
    'In the browser: no cookies for statistics or advertising. When you answer through a link, one necessary cookie is used, gone when the session ends. The sign-in lives only in the memory of the page.',
    'Your rights: you can ask which data there are about you and have errors corrected. Turn to the data protection officer of the organisation. Complaints can be made to the data protection authority.',
  ],
});

export default function PrivacyPage() {
  const text = texts();
  return (
    <Page title={text.title} lead={text.lead(configuration.value?.organisationName ?? text.we)}>
      <ul class="ds-list roomy">{text.parts.map((part) => <li key={part}>{part}</li>)}</ul>
    </Page>
  );
}
