/** The coalition fights by its forces, under whatever name of its headquarters. */
export const fielded = (id: string): string => (id === 'cjtf-oir' ? 'coalition-forces' : id);
