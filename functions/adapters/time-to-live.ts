/** DynamoDB's time to live, in seconds since the epoch; items past it are filtered in code as well. */
export const secondsOf = (instant: string, moreSeconds = 0): number => Math.ceil(Date.parse(instant) / 1000) + moreSeconds;
