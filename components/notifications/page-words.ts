export const HISTORY_TITLE = "Notifications";
export const HISTORY_DESCRIPTION = "What the topic carried, as the console received it.";
