/** Lists of event descriptions: plain words, which pages may carry. */
export const descriptionListNames = ['open', 'asked', 'published', 'withdrawn'] as const;
