/** Carries a live ticket's hash from the front to the workspace's object. */
export const ticketHeader = 'holdfast-ticket-hash';

/** Carries the name of the protocol that the device asked for. */
export const liveProtocolHeader = 'holdfast-live-protocol';
