import { named, t } from "./i18n.js";

/** A fact of a session in words, for the operator's side of the dialog; null where a message says it already. */
export function narrate(name, fact, model) {
  const who = user => model.nameOf(user);
  switch (name) {
    case "SessionStarted":
      return t("fact.started", { id: fact.dialog?.sessionId ?? fact.sessionId });
    case "SessionHeldByBot":
      return t("fact.bot", { name: who(fact.botId ?? fact.dialog?.operator ?? 0) });
    case "SessionQueued":
      return t("fact.queued");
    case "SessionOffered": {
      const dialog = fact.dialog;
      if (dialog?.offeredToAll) return t("fact.offeredAll");
      return dialog?.operator ? t("fact.offered", { name: who(dialog.operator) }) : t("fact.offeredNobody");
    }
    case "SessionAnswered":
      return t("fact.answered", { name: who(fact.userId ?? fact.dialog?.operator ?? 0) });
    case "SessionFinished":
      return fact.by ? t("fact.finished", { name: who(fact.by) }) : t("fact.finishedByLine");
    case "SessionClosed":
      return t("fact.closed");
    case "SessionReopened":
      return t("fact.reopened");
    case "SessionVoted":
      return t(fact.rating === 1 ? "fact.votedGood" : "fact.votedBad");
    case "AlarmRang":
      return t("fact.timer", { name: named("timer", fact.kind) });
    default:
      return null;
  }
}
