/** Parts of words by which common diagnoses are known, Swedish and English; a diagnosis is often one word of several (`lungcancer`). */
const parts = (
  'alzheimer|anorexi|artros|arthrosis|astma|asthma|autis|bipolär|bipolar|bulimi|cancer|carcinom|celiaki|cirros|cirrhosis|demens|dementia|depressi|diabet|eksem|emboli|epilep|fibromyalgi|flimmer|fraktur|fracture|'
  + 'förgiftning|glaukom|hepatit|hepatitis|herpes|hjärnblödning|hjärtsvikt|hypertoni|hypertension|infarkt|infarction|katarakt|klamydia|leukemi|leukaemia|lunginflammation|lupus|lymfom|lymphoma|malign|melanom|metasta|migrän|migraine|'
  + 'missbruk|myelom|narkolepsi|nefrit|neuropati|njursvikt|osteoporos|pankreatit|parkinson|personlighetsstörning|pneumoni|polio|psoriasis|psykos|psykotisk|psychosis|reumat|rheumat|schizofren|schizophren|sepsis|sklero|sclero|'
  + 'sjögren|skizofren|stroke|suicid|självmord|syfilis|tourette|trombos|thrombosis|trycksår|tuberkulos|tuberculosis|tumör|tumour|utvecklingsstörning|ångestsyndrom|urinvägsinfektion|alkoholberoende|opioidberoende|hjärnskak|kotkompression|benbrott|lårbensbrott|armbrott'
).split('|');
/** Whole words: as part of another word they say nothing. */
const whole = new Set('adhd add aids als angina asperger aspergers bältros copd covid crohn crohns gikt hiv kol mrsa esbl ocd ptsd tia ulcus uvi downs'.split(' '));
/** Words of organisations and of everyday speech that hold one of the parts. */
const harmless = new Set('strokeenheten strokeenhet strokeavdelningen strokeavdelning diabetessjuksköterska diabetessköterska demenssjuksköterska demensteam demensteamet missbruksenheten'.split(' '));

/** Whether a word looks like a diagnosis. Of short ones the case tells: `KOL`, not `kol`. */
export const diagnosisWord = (word: string): boolean => {
  const small = word.toLowerCase();
  if (harmless.has(small)) return false;
  if (whole.has(small)) return small.length > 3 || word === word.toUpperCase() || ['hiv', 'tia', 'uvi'].includes(small);
  return parts.some((part) => small.includes(part));
};
