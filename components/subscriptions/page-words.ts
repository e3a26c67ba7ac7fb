export const PAGE_TITLE = "Proactive Notifications";
export const PAGE_DESCRIPTION =
  "Who is told what: the subscriptions of the topic and the filters that decide.";
