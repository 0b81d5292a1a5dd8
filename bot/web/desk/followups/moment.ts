/** A day and a time of it, as short as they can be told apart. */
export const moment = (locale: string, at: string) => new Date(at).toLocaleString(locale, { month: 'numeric', day: 'numeric', hour: 'numeric', minute: '2-digit' });
