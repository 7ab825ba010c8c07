import { bilingual } from '../../language/language.ts';

export const publishedTexts = bilingual({
  title: 'Händelsebeskrivningar', lead: 'Vad som har hänt mellan vårdgivare, vad som gjordes och hur det gick. Beskrivningarna är avidentifierade och godkända av båda parter.',
  search: 'Sök', words: 'Ord i texten', category: 'Kategori', anyCategory: 'Alla kategorier', targetGroup: 'Målgrupp', anyGroup: 'Alla målgrupper', submit: 'Sök', clear: 'Visa alla', none: 'Inga beskrivningar passar sökningen.', noneYet: 'Inga beskrivningar är publicerade än.', found: (count: number, more: boolean) => `Visar ${count}${more ? ' av fler' : ''}.`, more: 'Visa fler', published: (date: string) => `Publicerad ${date}`,
  parts: { event: 'Händelse', action: 'Åtgärd', followUp: 'Uppföljning' }, number: 'Nummer', back: 'Alla händelsebeskrivningar', gone: 'Beskrivningen finns inte', goneLead: 'Den har inte publicerats, eller har återkallats av någon av parterna.', print: 'Skriv ut',
}, {
  title: 'Event descriptions', lead: 'What happened between care organisations, what was done and how it went. The descriptions are de-identified and approved by both parties.',
  search: 'Search', words: 'Words in the text', category: 'Category', anyCategory: 'All categories', targetGroup: 'Target group', anyGroup: 'All target groups', submit: 'Search', clear: 'Show all', none: 'No descriptions match the search.', noneYet: 'No descriptions are published yet.', found: (count: number, more: boolean) => `Showing ${count}${more ? ' of more' : ''}.`, more: 'Show more', published: (date: string) => `Published ${date}`,
  parts: { event: 'Event', action: 'Action', followUp: 'Follow-up' }, number: 'Number', back: 'All event descriptions', gone: 'There is no such description', goneLead: 'It has not been published, or was withdrawn by one of the parties.', print: 'Print',
});
