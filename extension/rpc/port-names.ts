/** Who is at the other end of a port to the background; the browser's word on the sender must fit it. */
export const pagePortName = 'page';
export const interfacePortName = 'interface';
