import type { Protocol } from "@/lib/subscriptions/constants";

type ConfirmationWords = {
  /** What AWS sends. */
  message: string;
  /** What its receiver has to do. */
  toDo: string;
  /** When it ceases to be pending. */
  untilDone: string;
  /** Where the link to paste is found. */
  linkIs: string;
};

/** How an endpoint of a protocol confirms (SNS guide, "Confirming a subscription"). */
export function confirmationWords(protocol: Protocol): ConfirmationWords {
  switch (protocol) {
    case "email":
      return {
        message: "the confirmation mail",
        toDo: "Its recipient opens the link “Confirm subscription” in it.",
        untilDone: "the link in that mail is opened",
        linkIs: "In the confirmation mail, copy the address of the link “Confirm subscription”.",
      };
    case "email-json":
      return {
        message: "the confirmation mail",
        toDo: "Its recipient opens the SubscribeURL that the JSON in it holds.",
        untilDone: "the SubscribeURL in that mail is opened",
        linkIs: "In the confirmation mail, copy the value of SubscribeURL.",
      };
    case "http":
    case "https":
      return {
        message: "a SubscriptionConfirmation message",
        toDo: "The endpoint must answer with a 2xx status and then visit the SubscribeURL in the message.",
        untilDone: "the endpoint visits the SubscribeURL in it",
        linkIs:
          "In the SubscriptionConfirmation message that the endpoint received, copy the value of SubscribeURL.",
      };
    default:
      return {
        message: "a SubscriptionConfirmation message",
        toDo: "The owner of the endpoint must visit the SubscribeURL in the message.",
        untilDone: "the SubscribeURL in it is visited",
        linkIs:
          "In the SubscriptionConfirmation message that the endpoint received, copy the value of SubscribeURL.",
      };
  }
}
