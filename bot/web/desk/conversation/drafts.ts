const prefix = 'servicebot.desk.draft.';

/** What was written and not sent, by conversation; it survives a switch and a refresh. A browser that forbids storage keeps it while the page is open. */
export const drafts = {
  read(conversation: string): string {
    try {
      return sessionStorage.getItem(prefix + conversation) ?? '';
    } catch {
      return '';
    }
  },
  write(conversation: string, text: string): void {
    try {
      if (text) sessionStorage.setItem(prefix + conversation, text);
      else sessionStorage.removeItem(prefix + conversation);
    } catch {
      // See above.
    }
  },
};
