/**
 * Whether finished files may be handed over. Here they always may; site/selling has another module of this name. A promise,
 * as there: the page's Python awaits it.
 */

export const allowed = async () => true;

/** Whether prints for another document `id` may be handed over with these. */
export const unlocked = async () => true;
