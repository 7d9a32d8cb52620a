/** Carries a live ticket's hash from the front to the workspace's object. */
export const ticketHeader = 'holdfast-ticket-hash';
