import { Page } from '../../components/page/page.tsx';
import { bilingual } from '../../language/language.ts';
import { configuration } from '../../session/session.ts';

const texts = bilingual({
  title: 'Tillgänglighet',
  lead: 'Alla ska kunna använda Brygga, oavsett hjälpmedel, skärm eller tid på dygnet.',
  how: 'Så tillgänglig är tjänsten', howText: 'Vi följer WCAG 2.1 på nivå AA, som lagen kräver (EN 301 549), och siktar på WCAG 2.2. Sidorna prövas automatiskt i varje läge: tomma, ifyllda, med fel, på smal skärm och i utskrift. Vi känner inte till några brister just nu.',
  works: 'Det här ska alltid fungera',
  worksList: ['Att använda allt med bara tangentbord.', 'Att läsa sidorna med skärmläsare, på svenska och engelska.', 'Att förstora till 400 % eller använda en skärm som är 320 punkter bred.', 'Att få fel förklarade i ord, vid fältet och överst på sidan, utan att något du skrivit försvinner.'],
  tell: 'Säg till om något hindrar dig', tellText: (name: string) => `Berätta för ${name} vad som inte gick och vilken sida det gällde, genom organisationens vanliga kontaktväg. Är du inte nöjd med svaret kan du anmäla det till tillsynsmyndigheten enligt lagen om tillgänglighet till digital offentlig service.`,
  date: 'Redogörelsen skrevs 1 november 2026.', we: 'den som driver tjänsten',
}, {
  title: 'Accessibility',
  lead: 'Everyone shall be able to use Brygga, whatever the aids, the screen or the hour.',
  how: 'How accessible the service is', howText: 'We follow WCAG 2.1 at level AA, as the law requires (EN 301 549), and aim for WCAG 2.2. The pages are tested automatically in every state: empty, filled in, with errors, on a narrow screen and in print. We know of no shortcomings at present.',
  works: 'This shall always work',
  worksList: ['To use everything with the keyboard alone.', 'To read the pages with a screen reader, in Swedish and English.', 'To zoom to 400 % or use a screen that is 320 points wide.', 'To have errors explained in words, at the field and at the top of the page, with nothing you wrote lost.'],
  tell: 'Tell us if something is in your way', tellText: (name: string) => `Tell ${name} what did not work and on which page, through the usual contact of the organisation. If you are not satisfied with the answer, you can report it to the supervisory authority under the act on accessibility of digital public services.`,
  date: 'The statement was written on 1 November 2026.', we: 'whoever runs the service',
});

export default function AccessibilityPage() {
  const text = texts();
  return (
    <Page title={text.title} lead={text.lead}>
      <h2>{text.how}</h2><p>{text.howText}</p>
      <h2>{text.works}</h2><ul class="ds-list">{text.worksList.map((line) => <li key={line}>{line}</li>)}</ul>
      <h2>{text.tell}</h2><p>{text.tellText(configuration.value?.organisationName ?? text.we)}</p>
      <p class="small">{text.date}</p>
    </Page>
  );
}
